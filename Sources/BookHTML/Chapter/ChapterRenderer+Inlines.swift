internal import BookModel
internal import CommonMark

extension ChapterRenderer {
  /// Writes a run of text.
  mutating func inlines(_ inlines: [Inline]) {
    for inline in inlines { self.inline(inline) }
  }

  private mutating func inline(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): writer.text(text)
    case .softBreak: writer.text("\n")
    case .lineBreak: writer.void("br")
    case .code(let code): writer.element("code", text: code)
    case .html(let html): writer.text(html.withoutComments)
    case .emphasis(let children): element("em") { $0.inlines(children) }
    case .strong(let children): element("strong") { $0.inlines(children) }
    case .link(let target, let children): link(target, children)
    case .image(let target, let children): picture(target, children, at: inline.position)
    }
  }

  /// Writes a link, or its text alone where the page may not have it.
  private mutating func link(_ target: Inline.Target, _ children: [Inline]) {
    let title = target.title.isEmpty ? nil : target.title
    switch context.destinations.link(to: target.destination, from: chapter.path) {
    case .chapter(let path, let anchor):
      let href = address(ofChapterAt: path, anchor: anchor)
      element("a", ["href": href, "title": title]) { $0.inlines(children) }
    case .external(let address):
      let href = PercentEncoding.encoded(address)
      element("a", ["href": href, "rel": "noopener", "title": title]) { $0.inlines(children) }
    case .picture, .refused: inlines(children)
    }
  }

  /// The address of a chapter's page, or of a place in it, as this page links to it.
  private func address(ofChapterAt path: String, anchor: String?) -> String? {
    let page = context.chapter(at: path)?.page
    guard let anchor else { return page }
    return (path == chapter.path ? "" : page ?? "") + "#" + PercentEncoding.encoded(anchor)
  }

  /// Writes a picture, or its description where there is none.
  private mutating func picture(
    _ target: Inline.Target, _ children: [Inline], at position: SourcePosition
  ) {
    let destination = context.destinations.picture(at: target.destination, from: chapter.path)
    guard case .picture(let path) = destination, copy(path, at: position) else {
      return inlines(children)
    }
    let title = target.title.isEmpty ? nil : target.title
    writer.void(
      "img",
      ["src": PercentEncoding.encoded(path), "alt": children.plainText, "title": title])
  }

  /// Gives the site a file of the book; false, with a diagnostic, where it cannot be read.
  private mutating func copy(_ path: String, at position: SourcePosition) -> Bool {
    if pictures.contains(where: { $0.path == path }) { return true }
    guard let bytes = context.files.read(path) else {
      report("'\(path)' cannot be read", help: "make the file readable", at: position)
      return false
    }
    pictures.append(Site.File(path: path, bytes: bytes))
    return true
  }
}
