internal import BookModel
internal import CommonMark

/// Finds raw HTML, which no page would show; comments are allowed, and dropped.
enum RawHTMLCheck {
  /// An error for every piece of HTML in a chapter.
  static func diagnostics(for document: Document, path: String) -> [Diagnostic] {
    let blocks = document.allBlocks.compactMap { block -> SourcePosition? in
      guard case .html(let html) = block.kind else { return nil }
      return HTMLComment.isOnlyComments(html) ? nil : block.range.start
    }
    let inlines = document.allInlines.compactMap { inline -> SourcePosition? in
      guard case .html(let html) = inline.kind else { return nil }
      return HTMLComment.isOnlyComments(html) ? nil : inline.position
    }
    return (blocks + inlines).map { position in
      Diagnostic(
        .error, at: SourceLocation(path: path, position: position),
        "raw HTML has no place in a book", help: "write it in Markdown, or as code: `<b>`")
    }
  }
}
