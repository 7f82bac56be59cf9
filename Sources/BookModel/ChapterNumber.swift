/// The number of a chapter: `3`, or `3.1` for a chapter inside it.
public struct ChapterNumber: Sendable, Hashable {
  /// The numbers, outermost first; never empty.
  public var parts: [Int]

  /// Creates a number.
  public init(_ parts: [Int]) { self.parts = parts }
}

extension ChapterNumber: CustomStringConvertible {
  /// `3.1`.
  public var description: String { parts.map(String.init).joined(separator: ".") }
}
