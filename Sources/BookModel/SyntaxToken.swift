/// A coloured piece of a listing.
public struct SyntaxToken: Sendable, Hashable, Codable {
  /// What a piece of a listing is to the compiler.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A word of the language.
    case keyword
    /// An attribute or a compiler directive.
    case attribute
    /// The name of a type.
    case type
    /// The name of a function.
    case function
    /// The name of a property, variable, parameter or case.
    case variable
    /// A string literal.
    case string
    /// A number literal.
    case number
    /// A comment.
    case comment
  }

  /// What it is.
  public var kind: Kind
  /// The line in the listing, from 0.
  public var line: Int
  /// The first UTF-8 byte in the line, from 0.
  public var start: Int
  /// The byte after the last one.
  public var end: Int

  /// Creates a token.
  public init(kind: Kind, line: Int, start: Int, end: Int) {
    self.kind = kind
    self.line = line
    self.start = start
    self.end = end
  }
}
