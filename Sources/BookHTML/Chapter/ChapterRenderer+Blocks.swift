internal import BookModel
internal import CommonMark

extension ChapterRenderer {
  /// Writes blocks, one below the other.
  mutating func blocks(_ blocks: [Block]) {
    for block in blocks {
      self.block(block)
      writer.text("\n")
    }
  }

  private mutating func block(_ block: Block) {
    switch block.kind {
    case .paragraph(let children): element("p") { $0.inlines(children) }
    case .heading(let level, let children):
      heading(level: level, children, id: anchors[block.range.start])
    case .thematicBreak: writer.void("hr")
    case .blockQuote(let children): element("blockquote") { $0.blocks(children) }
    case .list(let list): self.list(list)
    case .code(let code): self.code(code, at: block.range.start)
    case .html(let html): self.html(html)
    }
  }

  private mutating func heading(level: Int, _ children: [Inline], id: String?) {
    let name = "h\(min(max(level, 1), 6))"
    element(name, ["id": id]) { renderer in
      renderer.inlines(children)
      guard let id, level > 1 else { return }
      renderer.writer.text(" ")
      renderer.writer.element(
        "a",
        [
          "class": "anchor", "href": "#\(PercentEncoding.encoded(id))",
          "aria-label": "Link to “\(children.plainText)”",
        ], text: "#")
    }
  }

  private mutating func list(_ list: Block.List) {
    let name = list.start == nil ? "ul" : "ol"
    let start = list.start.flatMap { $0 == 1 ? nil : String($0) }
    element(name, ["start": start]) { renderer in
      for item in list.items {
        renderer.element("li") { $0.item(item, isTight: list.isTight) }
      }
    }
  }

  /// Writes an item; in a tight list its paragraphs are not set apart.
  private mutating func item(_ item: Block.Item, isTight: Bool) {
    for block in item.blocks {
      if isTight, case .paragraph(let children) = block.kind {
        inlines(children)
      } else {
        self.block(block)
      }
      writer.text("\n")
    }
  }

  /// Shows raw HTML as text, for a page holds no HTML but its own; comments are the author's.
  private mutating func html(_ html: String) {
    let visible = html.withoutComments
    guard visible.contains(where: { !$0.isWhitespace }) else { return }
    writer.element("p", ["class": "raw"], text: visible)
  }
}

extension String {
  /// The text without its HTML comments; one that is never closed reaches to the end.
  var withoutComments: String {
    var result = ""
    var rest = self[...]
    while let opening = rest.firstRange(of: "<!--") {
      result += rest[..<opening.lowerBound]
      let body = rest[opening.upperBound...]
      rest = body.firstRange(of: "-->").map { body[$0.upperBound...] } ?? ""
    }
    return result + rest
  }
}
