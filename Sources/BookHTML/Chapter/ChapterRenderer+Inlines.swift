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
    case .link(let target, let children): link(target, children, at: inline.position)
    case .image(let target, let children): picture(target, children, at: inline.position)
    }
  }

  /// Writes a link, or its text alone where the page may not have it.
  private mutating func link(
    _ target: Inline.Target, _ children: [Inline], at position: SourcePosition
  ) {
    let title = target.title.isEmpty ? nil : target.title
    switch LinkResolver(chapter: chapter, context: context).link(to: target.destination) {
    case .page(let href): element("a", ["href": href, "title": title]) { $0.inlines(children) }
    case .external(let href):
      element("a", ["href": href, "rel": "noopener", "title": title]) { $0.inlines(children) }
    case .file: inlines(children)
    case .refused(let summary, let help):
      report(summary, help: help, at: position)
      inlines(children)
    }
  }

  /// Writes a picture, or its description where there is none.
  private mutating func picture(
    _ target: Inline.Target, _ children: [Inline], at position: SourcePosition
  ) {
    switch LinkResolver(chapter: chapter, context: context).picture(at: target.destination) {
    case .file(let path):
      guard copy(path, at: position) else { return inlines(children) }
      let title = target.title.isEmpty ? nil : target.title
      writer.void(
        "img",
        [
          "src": Destination.percentEncoded(path), "alt": children.plainText, "title": title,
        ])
    case .refused(let summary, let help):
      report(summary, help: help, at: position)
      inlines(children)
    case .page, .external: inlines(children)
    }
  }

  /// Gives the site a file of the book; false, with a diagnostic, where there is none.
  private mutating func copy(_ path: String, at position: SourcePosition) -> Bool {
    if pictures.contains(where: { $0.path == path }) { return true }
    guard let bytes = context.files.read(path) else {
      report("there is no file “\(path)”", help: "add it, or remove the link to it", at: position)
      return false
    }
    pictures.append(Site.File(path: path, bytes: bytes))
    return true
  }
}
