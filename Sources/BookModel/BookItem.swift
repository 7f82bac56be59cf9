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
