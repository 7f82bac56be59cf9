/// A run of a Markdown source, from its first byte up to, not including, `end`.
public struct SourceRange: Sendable, Hashable {
  /// The first byte.
  public var start: SourcePosition
  /// The byte after the last one.
  public var end: SourcePosition

  /// Creates the range between two positions.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }
}

extension SourceRange: CustomStringConvertible {
  /// `line:column-line:column`.
  public var description: String { "\(start)-\(end)" }
}
