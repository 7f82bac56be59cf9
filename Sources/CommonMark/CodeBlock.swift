/// A code block, with the place of its fence, of its info string and of every line of its content.
public struct CodeBlock: Sendable, Hashable {
  /// The fence, or nil where the code is indented.
  public var fence: Fence?
  /// The lines, without their line endings and without the indentation that belongs to the block.
  public var lines: [Line]

  /// Creates a code block.
  public init(fence: Fence?, lines: [Line]) {
    self.fence = fence
    self.lines = lines
  }

  /// The content: every line followed by a newline.
  public var content: String { lines.map { $0.text + "\n" }.joined() }

  /// A line of code.
  public struct Line: Sendable, Hashable {
    /// The text, without its line ending.
    public var text: String
    /// The place of its first byte in the source (of the line's end, where the line is empty).
    public var position: SourcePosition

    /// Creates a line.
    public init(text: String, position: SourcePosition) {
      self.text = text
      self.position = position
    }
  }

  /// The opening fence of a code block, and whether it was ever closed.
  public struct Fence: Sendable, Hashable {
    /// The place of the first backtick or tilde.
    public var position: SourcePosition
    /// What follows the opening fence, as it stands in the source, blanks at both ends removed.
    public var info: String
    /// The place of the info string's first byte; the end of the fence where there is none.
    public var infoPosition: SourcePosition
    /// Whether a closing fence was found before the end of its container.
    public var isClosed: Bool

    /// Creates a fence.
    public init(
      position: SourcePosition, info: String, infoPosition: SourcePosition, isClosed: Bool
    ) {
      self.position = position
      self.info = info
      self.infoPosition = infoPosition
      self.isClosed = isClosed
    }
  }
}
