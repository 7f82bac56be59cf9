internal import Foundation

/// What a server is told when it starts.
struct InitializeParameters: Encodable {
  /// What the asker can do with tokens.
  struct Capabilities: Encodable {
    /// About documents.
    struct TextDocument: Encodable {
      /// About tokens.
      struct SemanticTokens: Encodable {
        /// What will be asked.
        struct Requests: Encodable {
          /// All tokens of a file.
          let full = true
        }
        /// What will be asked.
        let requests = Requests()
        /// Kinds that are known; the server's own list is used.
        let tokenTypes: [String] = []
        /// Modifiers that are known; none is used.
        let tokenModifiers: [String] = []
        /// The encoding of the numbers.
        let formats = ["relative"]
      }
      /// About tokens.
      let semanticTokens = SemanticTokens()
    }
    /// About documents.
    let textDocument = TextDocument()
  }

  /// What `sourcekit-lsp` itself can be told.
  struct Options: Encodable {
    /// No index is wanted: nothing is looked up across files.
    let backgroundIndexing = false
  }

  /// Who asks; a server ends when that process has.
  let processId = ProcessInfo.processInfo.processIdentifier
  /// The folder of the programs.
  var rootUri: String
  /// What the asker can do.
  let capabilities = Capabilities()
  /// What this server can be told.
  let initializationOptions = Options()
}

/// What a server says of itself.
struct InitializeResult: Decodable {
  /// What it can do.
  struct Capabilities: Decodable {
    /// About tokens.
    struct SemanticTokens: Decodable {
      /// The meaning of the numbers.
      struct Legend: Decodable {
        /// The kinds of token.
        var tokenTypes: [String]
      }
      /// The meaning of the numbers.
      var legend: Legend
    }
    /// About tokens.
    var semanticTokensProvider: SemanticTokens
  }
  /// What it can do.
  var capabilities: Capabilities
}

/// A file that is shown to a server.
struct OpenParameters: Encodable {
  /// The file.
  struct TextDocument: Encodable {
    /// Where it lies.
    var uri: String
    /// Its language.
    let languageId = "swift"
    /// Which text of it this is.
    let version = 1
    /// What it says.
    var text: String
  }
  /// The file.
  var textDocument: TextDocument
}

/// A file that a server already knows.
struct DocumentParameters: Encodable {
  /// The file.
  struct TextDocument: Encodable {
    /// Where it lies.
    var uri: String
  }
  /// The file.
  var textDocument: TextDocument
}

/// The tokens of a file.
struct TokensResult: Decodable {
  /// Five numbers a token.
  var data: [Int]
}
