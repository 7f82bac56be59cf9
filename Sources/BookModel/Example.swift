internal import CommonMark

/// One program of the book, assembled from its listings, and the sessions that run it.
public struct Example: Sendable, Hashable {
  /// A source file of the program.
  public struct File: Sendable, Hashable {
    /// Its name, a plain file name that ends in `.swift`.
    public var name: String
    /// The listings that make it up, in order.
    public var listings: [Listing]

    /// Creates a file.
    public init(name: String, listings: [Listing]) {
      self.name = name
      self.listings = listings
    }

    /// The text of the file, as a reader edits it.
    public var text: String { listings.map(\.code.content).joined(separator: "\n") }
  }

  /// Its name, unique in the book.
  public var name: String
  /// The chapter that holds it, by its slug.
  public var chapter: String
  /// The source files, in the order of their first listings.
  public var files: [File]
  /// The sessions, in order; empty only where `isOnlyCompiled`.
  public var sessions: [Session]
  /// Whether the author asked that it be compiled and never run.
  public var isOnlyCompiled: Bool

  /// Creates an example.
  public init(
    name: String, chapter: String, files: [File], sessions: [Session], isOnlyCompiled: Bool
  ) {
    self.name = name
    self.chapter = chapter
    self.files = files
    self.sessions = sessions
    self.isOnlyCompiled = isOnlyCompiled
  }

  /// Whether the compiler must refuse it.
  public var mustNotCompile: Bool { sessions.contains { $0.expectation == .doesNotCompile } }

  /// The folder that it is tangled into, below the folder of the examples: `03-chardev/chardev`.
  public var folder: String { "\(chapter)/\(name)" }
}
