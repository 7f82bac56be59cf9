internal import BookModel

/// The table of contents as HTML.
struct ContentsList {
  /// The entries.
  let items: [BookItem]
  /// The chapter whose page this is; nil on the index page.
  let current: String?

  /// Parts, each with its chapters; the separators fall between lists of their own.
  var markup: Markup {
    var writer = HTMLWriter()
    var run: [BookItem] = []
    for item in items {
      switch item {
      case .chapter, .draft: run.append(item)
      case .part(let title):
        list(run, to: &writer)
        run = []
        writer.element("h2", ["class": "part"], text: title)
        writer.text("\n")
      case .separator:
        list(run, to: &writer)
        run = []
        writer.void("hr")
      }
    }
    list(run, to: &writer)
    return writer.markup
  }

  private func list(_ items: [BookItem], to writer: inout HTMLWriter) {
    if items.isEmpty { return }
    writer.open("ul")
    writer.text("\n")
    for item in items { entry(item, to: &writer) }
    writer.close("ul")
    writer.text("\n")
  }

  private func entry(_ item: BookItem, to writer: inout HTMLWriter) {
    switch item {
    case .chapter(let chapter, let children):
      writer.open("li")
      writer.open(
        "a",
        ["href": chapter.page, "aria-current": chapter.slug == current ? "page" : nil])
      title(chapter.title, number: chapter.number, to: &writer)
      writer.close("a")
      list(children, to: &writer)
      writer.close("li")
    case .draft(let name, let number, let children):
      writer.open("li", ["class": "draft"])
      title(name, number: number, to: &writer)
      writer.element("span", ["class": "note"], text: " (not written yet)")
      list(children, to: &writer)
      writer.close("li")
    case .part, .separator: return
    }
    writer.text("\n")
  }

  private func title(_ title: String, number: ChapterNumber?, to writer: inout HTMLWriter) {
    if let number {
      writer.element("span", ["class": "number"], text: "\(number).")
      writer.text(" ")
    }
    writer.text(title)
  }
}
