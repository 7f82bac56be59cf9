public import BookModel

/// Turns a book, the transcripts of its sessions and the colours of its listings into a site.
///
/// Rendering compiles nothing and runs nothing; equal input gives equal bytes.
public struct HTMLRenderer: Sendable {
  private let theme: Theme
  private let files: BookFiles

  /// Creates a renderer that takes pictures from the given files.
  public init(theme: Theme, files: BookFiles) {
    self.theme = theme
    self.files = files
  }

  /// Renders the whole book.
  public func render(
    _ book: Book, transcripts: [SessionID: Transcript] = [:],
    tokens: [SourceLocation: [SyntaxToken]] = [:]
  ) -> Rendering {
    let context = RenderContext(
      book: book, transcripts: transcripts, tokens: tokens, theme: theme, files: files)
    let pages = PageRenderer(context: context)
    var result = PageSet()
    result.add(pages.index(), from: SourceLocation(path: "SUMMARY.md"))
    for (position, chapter) in context.chapters.enumerated() {
      var renderer = ChapterRenderer(chapter: chapter, context: context)
      let body = renderer.render()
      result.add(
        pages.page(at: position, body: body), from: SourceLocation(path: chapter.path))
      result.add(copied: renderer.pictures, diagnostics: renderer.diagnostics)
    }
    for asset in theme.assets { result.add(asset, from: SourceLocation(path: asset.path)) }
    return Rendering(site: Site(files: result.files), diagnostics: result.diagnostics.sorted())
  }
}
