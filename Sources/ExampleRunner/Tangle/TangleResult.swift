public import BookModel

/// What tangling did.
public struct TangleResult: Sendable {
  /// The files that were written, below the book's folder.
  public var written: [String] = []
  /// The files that were removed, because the book has them no more.
  public var removed: [String] = []
  /// The reader's files that were put aside, each with its new name.
  public var kept: [Kept] = []
  /// What was left as it is, and what could not be done.
  public var diagnostics: [Diagnostic] = []

  /// A reader's file that made room for the book's.
  public struct Kept: Sendable, Hashable {
    /// Where it was.
    public var path: String
    /// Where it is.
    public var newPath: String
  }
}
