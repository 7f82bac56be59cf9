import BookModel
import CommonMark

/// Makes books out of Markdown, with just enough of the fence grammar for a page.
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
      codeBlocks: document.blocks.codeBlocks.map { ChapterCode($0, path: path) })
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
  fileprivate var codeBlocks: [CodeBlock] {
    flatMap { block -> [CodeBlock] in
      switch block.kind {
      case .code(let code): [code]
      case .blockQuote(let blocks): blocks.codeBlocks
      case .list(let list): list.items.flatMap(\.blocks.codeBlocks)
      default: []
      }
    }
  }
}

extension ChapterCode {
  fileprivate init(_ code: CodeBlock, path: String) {
    let words = (code.fence?.info ?? "").split(separator: " ").map(String.init)
    let position = code.fence?.position ?? code.lines.first?.position
    let location = SourceLocation(path: path, position: position)
    let values = Dictionary(
      words.compactMap { word -> (String, String)? in
        let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
        return pair.count == 2 ? (pair[0], pair[1]) : nil
      }
    ) { first, _ in first }
    if let reason = values["ignore"] {
      self = .ignored(
        IgnoredCode(language: words[0], reason: reason, code: code, location: location))
    } else if let example = values["example"], let file = values["file"] {
      self = .listing(Listing(example: example, file: file, code: code, location: location))
    } else if let example = values["example"] {
      self = .session(
        Session(
          example: example, name: values["session"] ?? "main",
          expectation: words.contains("compile_fail")
            ? .doesNotCompile : words.contains("crash") ? .crashes : .completes,
          commands: code.lines.filter { $0.text.hasPrefix(Session.prompt) }.map {
            Session.Command(text: String($0.text.dropFirst(2)), position: $0.position)
          }, code: code, location: location))
    } else {
      self = .text(TextBlock(language: words.first, code: code, location: location))
    }
  }
}
