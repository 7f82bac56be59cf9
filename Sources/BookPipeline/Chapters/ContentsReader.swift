internal import BookModel

/// Reads the chapters that a table of contents lists, and collects what is wrong with any of them.
struct ContentsReader {
  let chapters: ChapterReader
  private(set) var brokenExamples: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(chapters: ChapterReader) { self.chapters = chapters }

  /// The entries with their chapters; a chapter that cannot be read becomes a draft.
  mutating func items(of entries: [Summary.Entry]) -> [BookItem] {
    entries.map { entry in
      switch entry.kind {
      case .part: .part(entry.title)
      case .separator: .separator
      case .chapter(let path, let number, let children):
        item(title: entry.title, path: path, number: number, children: children)
      }
    }
  }

  private mutating func item(
    title: String, path: String?, number: ChapterNumber?, children: [Summary.Entry]
  ) -> BookItem {
    let reading = path.map { chapters.chapter(at: $0, title: title, number: number) }
    brokenExamples.formUnion(reading?.brokenExamples ?? [])
    diagnostics += reading?.diagnostics ?? []
    let items = items(of: children)
    guard let chapter = reading?.chapter else {
      return .draft(title: title, number: number, children: items)
    }
    return .chapter(chapter, children: items)
  }
}
