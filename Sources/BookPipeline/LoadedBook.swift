public import BookModel

/// What came of loading a book: all of it that could be read, and every mistake in it.
public struct LoadedBook: Sendable {
  /// The book, without the chapters that could not be read; nil where there is none at all.
  public var book: Book?
  /// Every error and warning of every file, in the order of files and lines.
  public var diagnostics: [Diagnostic]

  /// Whether an author has to mend something before the book can be built.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
