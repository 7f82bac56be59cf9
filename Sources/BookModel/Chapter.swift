public import CommonMark

/// One Markdown file of the book that has a page.
public struct Chapter: Sendable {
  /// The title that the table of contents gives it.
  public var title: String
  /// Its number; nil for the chapters before and after the numbered ones.
  public var number: ChapterNumber?
  /// Its file, relative to the book's folder: `chapters/03-chardev.md`.
  public var path: String
  /// Its file without folder and extension, unique in the book: `03-chardev`.
  public var slug: String
  /// The text of the file.
  public var source: String
  /// The text, parsed.
  public var document: Document
  /// Its code blocks and what their fences make of them, in the order of the document.
  public var codeBlocks: [ChapterCode]

  /// Creates a chapter.
  public init(
    title: String, number: ChapterNumber?, path: String, slug: String, source: String,
    document: Document, codeBlocks: [ChapterCode]
  ) {
    self.title = title
    self.number = number
    self.path = path
    self.slug = slug
    self.source = source
    self.document = document
    self.codeBlocks = codeBlocks
  }
}
