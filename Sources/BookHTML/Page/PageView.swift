internal import BookModel

/// What the template of a page may name.
struct PageView: Sendable {
  /// The language of the prose.
  var language: Markup
  /// What the browser's tab says.
  var title: Markup
  /// The title of the book.
  var book: Markup
  /// One sentence about the book.
  var description: Markup
  /// Whether this is the index page.
  var isIndex: Bool
  /// The table of contents.
  var contents: Markup
  /// The chapter's number; nil where it has none.
  var chapterNumber: Markup?
  /// What the page is about.
  var body: Markup = Markup("")
  /// The page before.
  var previous: PageLink?
  /// The page after.
  var next: PageLink?
}

/// What a template may name in a link to another page.
struct PageLink: Sendable {
  /// The file of the page.
  var href: Markup
  /// The chapter, with its number.
  var chapterTitle: Markup

  /// A link to a chapter.
  init(_ chapter: Chapter) {
    href = Markup(chapter.page)
    chapterTitle = Markup(chapter.numberedTitle)
  }
}

/// What the template of the index page may name.
struct IndexView: Sendable {
  /// The title of the book.
  var bookTitle: Markup
  /// One sentence about it; nil where the settings say none.
  var summary: Markup?
  /// The table of contents.
  var list: Markup
}
