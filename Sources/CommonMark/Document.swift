/// A parsed Markdown text: a tree of values that knows where each part came from.
public struct Document: Sendable, Hashable {
  /// The top-level blocks, in order.
  public var blocks: [Block]
  /// What the parser met and could not represent; empty for every CommonMark text.
  public var problems: [ParseProblem]

  /// Creates a document.
  public init(blocks: [Block], problems: [ParseProblem] = []) {
    self.blocks = blocks
    self.problems = problems
  }
}

/// Something in a text that the parser did not understand; the rest of the text is still there.
public struct ParseProblem: Sendable, Hashable {
  /// Where it stands.
  public var position: SourcePosition
  /// One sentence that says what it is.
  public var summary: String

  /// Creates a problem.
  public init(position: SourcePosition, summary: String) {
    self.position = position
    self.summary = summary
  }
}
