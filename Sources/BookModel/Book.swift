/// A whole book: its settings, its table of contents, and the examples that its chapters hold.
public struct Book: Sendable {
  /// What the book's settings file says.
  public var settings: BookSettings
  /// The table of contents, in order.
  public var contents: [BookItem]
  /// Every example of every chapter, in the order in which a reader meets them.
  public var examples: [Example]

  /// Creates a book.
  public init(settings: BookSettings, contents: [BookItem], examples: [Example]) {
    self.settings = settings
    self.contents = contents
    self.examples = examples
  }

  /// Every chapter that has a page, in reading order, the nested ones after their parents.
  public var chapters: [Chapter] { contents.flatMap(\.chapters) }
}
