/// A place in a Markdown source: a line, and a column counted in UTF-8 bytes, both from 1.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The byte in the line, from 1; a tab is one byte.
  public var column: Int

  /// Creates the position of a byte.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders positions as a reader meets them.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `line:column`, as compilers write it.
  public var description: String { "\(line):\(column)" }
}
