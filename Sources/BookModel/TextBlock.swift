public import CommonMark

/// A block of text in a language that the book only shows.
public struct TextBlock: Sendable, Hashable {
  /// The language; nil where the fence names none.
  public var language: String?
  /// The text.
  public var code: CodeBlock
  /// The place of its fence, or of its first line.
  public var location: SourceLocation

  /// Creates a block of text.
  public init(language: String?, code: CodeBlock, location: SourceLocation) {
    self.language = language
    self.code = code
    self.location = location
  }
}
