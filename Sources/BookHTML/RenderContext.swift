internal import BookModel
internal import CommonMark

/// What every part of rendering looks things up in.
struct RenderContext: Sendable {
  /// The book.
  let book: Book
  /// Its chapters, in reading order.
  let chapters: [Chapter]
  /// What the sessions printed.
  let transcripts: [SessionID: Transcript]
  /// The colours of the listings.
  let tokens: [SourceLocation: [SyntaxToken]]
  /// The templates.
  let theme: Theme
  /// The files beside the chapters.
  let files: BookFiles
  /// Where links and pictures lead.
  let destinations: DestinationResolver
  private let examples: [String: Example]

  /// Prepares the look-ups.
  init(
    book: Book, transcripts: [SessionID: Transcript], tokens: [SourceLocation: [SyntaxToken]],
    theme: Theme, files: BookFiles
  ) {
    self.book = book
    self.transcripts = transcripts
    self.tokens = tokens
    self.theme = theme
    self.files = files
    chapters = book.chapters
    examples = Dictionary(book.examples.map { ($0.name, $0) }) { first, _ in first }
    destinations = DestinationResolver(chapters: chapters)
  }

  /// The example of a name.
  func example(_ name: String) -> Example? { examples[name] }

  /// The chapter of a file.
  func chapter(at path: String) -> Chapter? { chapters.first { $0.path == path } }

  /// The headings of a chapter.
  func anchors(of chapter: Chapter) -> [HeadingAnchor] {
    destinations.headings[chapter.path] ?? []
  }
}

extension Chapter {
  /// The file of its page.
  var page: String { "\(slug).html" }

  /// Its number and title, as lists and browser tabs show it.
  var numberedTitle: String { number.map { "\($0). \(title)" } ?? title }
}
