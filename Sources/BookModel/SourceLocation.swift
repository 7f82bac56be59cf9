public import CommonMark

/// A place in a file of the book.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// The file, relative to the book's folder, with forward slashes.
  public var path: String
  /// The line and column in it; nil where the whole file is meant.
  public var position: SourcePosition?

  /// Creates a location.
  public init(path: String, position: SourcePosition? = nil) {
    self.path = path
    self.position = position
  }

  /// Orders locations by file, then as a reader meets them; a whole file comes before its lines.
  public static func < (left: Self, right: Self) -> Bool {
    if left.path != right.path { return left.path < right.path }
    switch (left.position, right.position) {
    case (nil, nil), (_?, nil): return false
    case (nil, _?): return true
    case (let first?, let second?): return first < second
    }
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `path:line:column`, or the path alone.
  public var description: String { position.map { "\(path):\($0)" } ?? path }
}
