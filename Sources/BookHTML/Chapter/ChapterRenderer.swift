internal import BookModel
internal import CommonMark

/// Renders the text of one chapter, and collects what its page needs besides.
struct ChapterRenderer {
  /// The chapter.
  let chapter: Chapter
  /// The book around it.
  let context: RenderContext
  /// What has been written.
  var writer = HTMLWriter()
  /// The pictures that the page shows.
  var pictures: [Site.File] = []
  /// What could not be shown as it was meant.
  var diagnostics: [Diagnostic] = []
  /// The anchors of the headings, by the place of the heading.
  let anchors: [SourcePosition: String]
  /// What the fences say, by the place of the block.
  let code: [SourcePosition: ChapterCode]

  /// Prepares the look-ups of a chapter.
  init(chapter: Chapter, context: RenderContext) {
    self.chapter = chapter
    self.context = context
    let headings = context.anchors(of: chapter)
    anchors = Dictionary(headings.map { ($0.position, $0.id) }) { first, _ in first }
    let blocks = chapter.codeBlocks.compactMap { block in
      block.location.position.map { ($0, block) }
    }
    code = Dictionary(blocks) { first, _ in first }
  }

  /// The chapter as HTML.
  mutating func render() -> Markup {
    if !chapter.document.blocks.contains(where: \.isTitle) {
      writer.element("h1", text: chapter.title)
    }
    blocks(chapter.document.blocks)
    return writer.markup
  }

  /// Writes an element and what it holds.
  mutating func element(
    _ name: String, _ attributes: HTMLWriter.Attributes = [:], _ content: (inout Self) -> Void
  ) {
    writer.open(name, attributes)
    content(&self)
    writer.close(name)
  }

  /// Reports something that the author can mend.
  mutating func report(_ summary: String, help: String, at position: SourcePosition) {
    let location = SourceLocation(path: chapter.path, position: position)
    diagnostics.append(Diagnostic(.error, at: location, summary, help: help))
  }
}

extension Block {
  fileprivate var isTitle: Bool {
    if case .heading(level: 1, _) = kind { true } else { false }
  }
}
