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

/// An entry in the table of contents.
public enum BookItem: Sendable {
  /// A chapter, and below it its own chapters.
  case chapter(Chapter, children: [BookItem])
  /// A chapter that is announced and not written yet.
  case draft(title: String, number: ChapterNumber?, children: [BookItem])
  /// The title of a part.
  case part(String)
  /// A line between entries.
  case separator

  /// The chapters of this entry that have a page, in reading order.
  public var chapters: [Chapter] {
    switch self {
    case .chapter(let chapter, let children): [chapter] + children.flatMap(\.chapters)
    case .draft(_, _, let children): children.flatMap(\.chapters)
    case .part, .separator: []
    }
  }
}

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
