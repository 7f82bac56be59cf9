/// Why a line is no command.
enum ShellSyntaxError: Error, Equatable {
  /// Something stands where it has no meaning.
  case unexpected(String)
  /// A quote or a bracket is never closed.
  case unclosed(Character)
  /// More must follow.
  case unexpectedEnd
  /// What only a bigger shell would understand.
  case missing(String)
  /// `${…}` with something else than a name.
  case badSubstitution(String)
  /// More levels than a line can have.
  case tooDeep

  /// What a bigger shell would understand; nil where none would.
  static func missing(symbol: String) -> Self? {
    symbol == "<<" ? .missing(symbol) : nil
  }

  /// Words that only a bigger shell understands at the start of a command.
  static let missingKeywords = ["case", "select", "function", "[["]
}
