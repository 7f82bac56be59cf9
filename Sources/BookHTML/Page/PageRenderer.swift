internal import BookModel

/// Puts the frame of a page round what it shows.
struct PageRenderer {
  /// The book.
  let context: RenderContext

  /// The page that the site opens with.
  func index() -> Site.File {
    let settings = context.book.settings
    let view = IndexView(
      bookTitle: Markup(settings.title),
      summary: settings.summary.isEmpty ? nil : Markup(settings.summary),
      list: ContentsList(items: context.book.contents, current: nil).markup)
    var page = frame(title: settings.title, current: nil)
    page.body = context.theme.render(.index, view)
    page.next = context.chapters.first.map(PageLink.init)
    return file("index.html", page)
  }

  /// The page of the chapter at a position in reading order.
  func page(at position: Int, body: Markup) -> Site.File {
    let chapters = context.chapters
    let chapter = chapters[position]
    let title = "\(chapter.numberedTitle) · \(context.book.settings.title)"
    var page = frame(title: title, current: chapter.slug)
    page.chapterNumber = chapter.number.map { Markup($0.description) }
    page.body = body
    page.previous = position > 0 ? PageLink(chapters[position - 1]) : nil
    page.next = position + 1 < chapters.count ? PageLink(chapters[position + 1]) : nil
    return file(chapter.page, page)
  }

  private func frame(title: String, current: String?) -> PageView {
    let settings = context.book.settings
    let contents = ContentsList(items: context.book.contents, current: current)
    return PageView(
      language: Markup(settings.language), title: Markup(title), book: Markup(settings.title),
      description: Markup(settings.summary), isIndex: current == nil, contents: contents.markup)
  }

  private func file(_ path: String, _ page: PageView) -> Site.File {
    Site.File(path: path, bytes: Array(context.theme.render(.page, page).description.utf8))
  }
}
