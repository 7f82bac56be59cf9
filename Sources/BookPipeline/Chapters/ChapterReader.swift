internal import BookModel
internal import CommonMark

/// Reads the file of a chapter, and the meaning of every code block in it.
struct ChapterReader {
  let folder: BookFolder
  let textLanguages: [String]
  let sessionKeys: [String]

  /// The chapter that an entry of the table of contents names.
  func chapter(at path: String, title: String, number: ChapterNumber?) -> ChapterReading {
    do {
      let source = try folder.text(of: path)
      return read(source, path: path) { document, codeBlocks in
        Chapter(
          title: title, number: number, path: path, slug: ChapterPath.slug(of: path),
          source: source, document: document, codeBlocks: codeBlocks)
      }
    } catch {
      return ChapterReading(chapter: nil, diagnostics: [error.diagnostic(path: path)])
    }
  }

  private func read(
    _ source: String, path: String, make: (Document, [ChapterCode]) -> Chapter
  ) -> ChapterReading {
    let document = Document(parsing: source)
    var diagnostics = document.problems.map { problem in
      Diagnostic(
        .error, at: SourceLocation(path: path, position: problem.position), problem.summary)
    }
    if source.allSatisfy(\.isWhitespace) {
      diagnostics.append(
        Diagnostic(
          .error, at: SourceLocation(path: path), "the chapter is empty",
          help: "a chapter that is not written yet is a draft: - [Title]()"))
    }
    diagnostics += RawHTMLCheck.diagnostics(for: document, path: path)
    var reader = CodeReader(
      path: path, textLanguages: textLanguages, sessionKeys: sessionKeys)
    let codeBlocks = document.allBlocks.compactMap { block -> ChapterCode? in
      guard case .code(let code) = block.kind else { return nil }
      return reader.read(code, at: block.range.start)
    }
    return ChapterReading(
      chapter: make(document, codeBlocks), brokenExamples: reader.brokenExamples,
      diagnostics: diagnostics + reader.diagnostics)
  }
}
