internal import BookModel
internal import CommonMark

/// Reads a table of contents in the format that mdBook gave the world.
///
/// ```
/// # Summary                  optional, and only the first line
/// [Preface](preface.md)      chapters without a number, before the first list
/// # A part                   starts a part of the numbered chapters
/// - [One](one.md)            numbered chapters; they nest
///   - [Draft]()              a chapter that is only announced
/// ---                        a line between entries
/// [Afterword](after.md)      chapters without a number, after the last list
/// ```
struct SummaryParser {
  /// Where in the format the parser is; it never goes back.
  private enum Stage {
    case start
    case prefix
    case numbered
    case suffix
  }

  private var stage = Stage.start
  private var lastNumber = 0
  private var entries: [Summary.Entry] = []
  private var diagnostics: [Diagnostic] = []

  private init() {}

  /// The entries of a table of contents, and what is wrong with it.
  static func summary(of text: String) -> Summary {
    var parser = SummaryParser()
    let document = Document(parsing: text)
    for problem in document.problems { parser.report(at: problem.position, problem.summary) }
    for block in document.blocks { parser.read(block) }
    if parser.entries.flattened.allSatisfy({ !$0.isWritten }), parser.diagnostics.isEmpty {
      parser.report(
        at: nil, "the table of contents lists no chapter",
        help: "add a line such as - [Title](file.md)")
    }
    return Summary(entries: parser.entries, diagnostics: parser.diagnostics)
  }

  private mutating func read(_ block: Block) {
    let position = block.range.start
    switch block.kind {
    case .heading(let level, let title): readHeading(level, title, at: position)
    case .paragraph(let inlines): readUnnumbered(inlines)
    case .list(let list) where list.start == nil: readNumbered(list, at: position)
    case .thematicBreak: entries.append(entry(.separator, title: "", at: position))
    case .html(let html) where HTMLComment.isOnlyComments(html): return
    default:
      report(
        at: position, "this does not belong in a table of contents",
        help: "it is made of links, bulleted lists of links, '# Part' headings and '---' lines")
      return
    }
    if stage == .start { stage = .prefix }
  }

  private mutating func readHeading(_ level: Int, _ title: [Inline], at position: SourcePosition) {
    guard level == 1 else {
      report(at: position, "a part is a heading of level 1, not \(level)", help: "write '# Part'")
      return
    }
    if stage == .start { return }
    guard stage != .suffix else {
      report(
        at: position, "a part cannot follow the chapters without a number at the end",
        help: "put it before them")
      return
    }
    stage = .numbered
    entries.append(entry(.part, title: title.plainText, at: position))
  }

  private mutating func readUnnumbered(_ inlines: [Inline]) {
    if stage == .numbered { stage = .suffix }
    for inline in inlines where !inline.isBlank {
      guard let chapter = chapter(inline, number: nil) else { continue }
      entries.append(chapter)
    }
  }

  private mutating func readNumbered(_ list: Block.List, at position: SourcePosition) {
    guard stage != .suffix else {
      report(
        at: position, "numbered chapters cannot follow the chapters without a number at the end",
        help: "put them before, or make them links without a bullet")
      return
    }
    stage = .numbered
    for item in list.items {
      let number = ChapterNumber([lastNumber + 1])
      guard let chapter = chapter(item, number: number) else { continue }
      lastNumber += 1
      entries.append(chapter)
    }
  }

  private mutating func chapter(_ item: Block.Item, number: ChapterNumber) -> Summary.Entry? {
    guard case .paragraph(let inlines) = item.blocks.first?.kind,
      let link = inlines.first, inlines.dropFirst().allSatisfy(\.isBlank)
    else {
      report(
        at: item.range.start, "an entry of the table of contents is one link and nothing else",
        help: "write - [Title](file.md)")
      return nil
    }
    var children: [Summary.Entry] = []
    for block in item.blocks.dropFirst() {
      guard case .list(let list) = block.kind, list.start == nil else {
        report(at: block.range.start, "only a bulleted list of chapters can stand below a chapter")
        continue
      }
      for item in list.items {
        let childNumber = ChapterNumber(number.parts + [children.count + 1])
        if let child = chapter(item, number: childNumber) { children.append(child) }
      }
    }
    return chapter(link, number: number, children: children)
  }

  private mutating func chapter(
    _ inline: Inline, number: ChapterNumber?, children: [Summary.Entry] = []
  ) -> Summary.Entry? {
    guard case .link(let target, let title) = inline.kind else {
      report(
        at: inline.position, "this is not a link to a chapter", help: "write [Title](file.md)")
      return nil
    }
    let words = title.plainText
    if words.allSatisfy(\.isWhitespace) {
      report(at: inline.position, "the chapter has no title", help: "write [Title](file.md)")
    }
    var path: String?
    if !target.destination.isEmpty {
      switch ChapterPath.path(of: target.destination) {
      case .success(let good): path = good
      case .failure(let problem):
        report(at: inline.position, problem.summary, help: problem.help)
      }
    }
    return entry(
      .chapter(path: path, number: number, children: children), title: words, at: inline.position)
  }

  private func entry(
    _ kind: Summary.Entry.Kind, title: String, at position: SourcePosition
  ) -> Summary.Entry {
    Summary.Entry(
      kind: kind, title: title, location: SourceLocation(path: Summary.path, position: position))
  }

  private mutating func report(
    at position: SourcePosition?, _ summary: String, help: String? = nil
  ) {
    let location = SourceLocation(path: Summary.path, position: position)
    diagnostics.append(Diagnostic(.error, at: location, summary, help: help))
  }
}

extension Inline {
  /// Whether it is only space between links.
  fileprivate var isBlank: Bool {
    switch kind {
    case .softBreak, .lineBreak: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .html(let html): HTMLComment.isOnlyComments(html)
    default: false
    }
  }
}
