import BookModel
import CommonMark

/// Makes books out of Markdown, without the rules that a whole book must keep.
enum SampleBook {
  /// A book of the given chapters, in order.
  static func book(
    _ chapters: [Chapter], settings: BookSettings = BookSettings(title: "Sample", summary: "One.")
  ) -> Book {
    Book(
      settings: settings, contents: chapters.map { .chapter($0, children: []) },
      examples: examples(of: chapters))
  }

  /// A chapter of the given text.
  static func chapter(
    _ source: String, slug: String = "01-sample", title: String = "Sample", number: Int? = 1
  ) -> Chapter {
    let path = "chapters/\(slug).md"
    let document = Document(parsing: source)
    return Chapter(
      title: title, number: number.map { ChapterNumber([$0]) }, path: path, slug: slug,
      source: source, document: document,
      codeBlocks: document.blocks.codeBlocks.map { ChapterCode($0.code, at: $0.start, path: path) })
  }

  /// The programs of the chapters, a file for each name in the order of their first listings.
  static func examples(of chapters: [Chapter]) -> [Example] {
    var examples: [Example] = []
    for chapter in chapters {
      for code in chapter.codeBlocks { examples.add(code, chapter: chapter.slug) }
    }
    return examples
  }
}

extension [Example] {
  fileprivate mutating func add(_ code: ChapterCode, chapter: String) {
    switch code {
    case .listing(let listing):
      let index = index(of: listing.example, chapter: chapter)
      if listing.isOnlyCompiled { self[index].isOnlyCompiled = true }
      if let file = self[index].files.firstIndex(where: { $0.name == listing.file }) {
        self[index].files[file].listings.append(listing)
      } else {
        self[index].files.append(Example.File(name: listing.file, listings: [listing]))
      }
    case .session(let session):
      self[index(of: session.example, chapter: chapter)].sessions.append(session)
    case .ignored, .text: return
    }
  }

  private mutating func index(of name: String, chapter: String) -> Int {
    if let index = firstIndex(where: { $0.name == name }) { return index }
    append(
      Example(name: name, chapter: chapter, files: [], sessions: [], isOnlyCompiled: false))
    return count - 1
  }
}

extension [Block] {
  fileprivate var codeBlocks: [(code: CodeBlock, start: SourcePosition)] {
    flatMap { block -> [(code: CodeBlock, start: SourcePosition)] in
      switch block.kind {
      case .code(let code): [(code, block.range.start)]
      case .blockQuote(let blocks): blocks.codeBlocks
      case .list(let list): list.items.flatMap(\.blocks.codeBlocks)
      default: []
      }
    }
  }
}

extension ChapterCode {
  fileprivate init(_ code: CodeBlock, at start: SourcePosition, path: String) {
    let location = SourceLocation(path: path, position: code.fence?.position ?? start)
    let info = code.fence.flatMap {
      FenceInfo.reading($0, path: path, textLanguages: [], sessionKeys: ["cpus", "wide"]).info
    }
    switch info?.role {
    case .listing(let example, let file, let isOnlyCompiled):
      self = .listing(
        Listing(
          example: example, file: file, isOnlyCompiled: isOnlyCompiled, code: code,
          location: location))
    case .session(let example, let name, let expectation, let options):
      self = .session(
        Session(
          example: example, name: name, expectation: expectation, options: options,
          commands: code.commands, code: code, location: location))
    case .ignored(let reason):
      self = .ignored(
        IgnoredCode(
          language: info?.language ?? "", reason: reason, code: code, location: location))
    case .text, nil:
      self = .text(TextBlock(language: info?.language, code: code, location: location))
    }
  }
}

extension CodeBlock {
  fileprivate var commands: [Session.Command] {
    lines.filter { $0.text.hasPrefix(Session.prompt) }.map { line in
      Session.Command(
        text: String(line.text.dropFirst(Session.prompt.count)), position: line.position)
    }
  }
}
