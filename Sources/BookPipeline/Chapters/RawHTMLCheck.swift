internal import BookModel
internal import CommonMark

/// Finds raw HTML, which no page would show; comments are allowed, and dropped.
enum RawHTMLCheck {
  /// An error for every piece of HTML in a chapter.
  static func diagnostics(for document: Document, path: String) -> [Diagnostic] {
    places(in: document.blocks).map { position in
      Diagnostic(
        .error, at: SourceLocation(path: path, position: position),
        "raw HTML has no place in a book", help: "write it in Markdown, or as code: `<b>`")
    }
  }

  private static func places(in blocks: [Block]) -> [SourcePosition] {
    blocks.flatMap { block -> [SourcePosition] in
      switch block.kind {
      case .html(let html): HTMLComment.isOnlyComments(html) ? [] : [block.range.start]
      case .paragraph(let inlines), .heading(_, let inlines): places(in: inlines)
      case .blockQuote(let blocks): places(in: blocks)
      case .list(let list): list.items.flatMap { places(in: $0.blocks) }
      case .code, .thematicBreak: []
      }
    }
  }

  private static func places(in inlines: [Inline]) -> [SourcePosition] {
    inlines.flatMap { inline -> [SourcePosition] in
      switch inline.kind {
      case .html(let html): HTMLComment.isOnlyComments(html) ? [] : [inline.position]
      case .emphasis(let children), .strong(let children): places(in: children)
      case .link(_, let children), .image(_, let children): places(in: children)
      case .text, .softBreak, .lineBreak, .code: []
      }
    }
  }
}
