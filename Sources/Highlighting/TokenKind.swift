internal import BookModel

/// The colour of what a language server calls by its own name.
struct TokenKind {
  /// The colour; nil where the text stays plain.
  let kind: SyntaxToken.Kind?

  /// Chooses a colour for a token that follows another one.
  init(_ name: String, text: String, after previous: String) {
    switch name {
    case "keyword": kind = .keyword
    case "comment": kind = .comment
    case "string", "regexp": kind = .string
    case "number": kind = .number
    // The server calls `@main` a modifier and `#if` a macro.
    case "modifier", "decorator", "macro": kind = .attribute
    case "namespace", "type", "class", "enum", "interface", "struct", "typeParameter":
      kind = .type
    case "parameter", "variable", "property", "enumMember": kind = .variable
    // An operator is a function to the compiler and punctuation to a reader.
    case "function", "method": kind = text.isName ? .function : nil
    case "identifier": kind = Self.declared(after: previous)
    default: kind = nil
    }
  }

  /// The server does not say what a name is where it is declared; the word before it does.
  private static func declared(after keyword: String) -> SyntaxToken.Kind? {
    switch keyword {
    case "func": .function
    case "class", "struct", "enum", "protocol", "actor", "extension", "typealias": .type
    case "var", "let", "case": .variable
    default: nil
    }
  }
}

extension String {
  fileprivate var isName: Bool { first.map { $0.isLetter || "_`$".contains($0) } ?? false }
}
