public import CommonMark

/// A block that is shown and never compiled, although its language could be.
public struct IgnoredCode: Sendable, Hashable {
  /// The language, `swift` or `console`.
  public var language: String
  /// Why it is not compiled, in the author's words.
  public var reason: String
  /// The code.
  public var code: CodeBlock
  /// The place of its fence.
  public var location: SourceLocation

  /// Creates an ignored block.
  public init(language: String, reason: String, code: CodeBlock, location: SourceLocation) {
    self.language = language
    self.reason = reason
    self.code = code
    self.location = location
  }
}
