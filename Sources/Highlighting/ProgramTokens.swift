internal import BookModel

/// The coloured pieces of a program's files, each file whole; lines count from the file's first.
struct ProgramTokens: Sendable, Hashable, Codable {
  /// The tokens by file name; a file that is missing is not known.
  var files: [String: [SyntaxToken]] = [:]

  /// Whether every file of an example is known.
  func isComplete(for example: Example) -> Bool {
    example.files.allSatisfy { files[$0.name] != nil }
  }
}
