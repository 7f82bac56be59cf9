internal import BookModel

/// Holds a table of contents against the files that are there.
struct SummaryCheck {
  private let folder: BookFolder
  /// The first place that lists a file, by the file's real path.
  private var places: [String: SourceLocation] = [:]
  /// The first chapter with a slug, by the slug in lower case.
  private var slugs: [String: Summary.Entry] = [:]
  private var listed: Set<String> = [Summary.path]
  private var diagnostics: [Diagnostic] = []

  private init(folder: BookFolder) { self.folder = folder }

  /// The table of contents without the files that cannot be chapters: those entries become drafts.
  static func checked(_ summary: Summary, in folder: BookFolder) -> Summary {
    var check = SummaryCheck(folder: folder)
    let entries = summary.entries.map { check.checked($0) }
    check.warnOfUnlistedFiles()
    return Summary(entries: entries, diagnostics: summary.diagnostics + check.diagnostics)
  }

  private mutating func checked(_ entry: Summary.Entry) -> Summary.Entry {
    guard case .chapter(let path, let number, let children) = entry.kind else { return entry }
    var entry = entry
    let goodPath = path.flatMap { isGood($0, entry: entry) ? $0 : nil }
    entry.kind = .chapter(path: goodPath, number: number, children: children.map { checked($0) })
    return entry
  }

  private mutating func isGood(_ path: String, entry: Summary.Entry) -> Bool {
    listed.insert(path)
    guard let file = realPath(of: path, entry: entry) else { return false }
    if file == (try? folder.regularFile(at: Summary.path)) {
      report(entry, "the table of contents lists itself")
      return false
    }
    if let first = places.updateValue(entry.location, forKey: file) {
      places[file] = first
      let note = Diagnostic.Note("it is listed here first", at: first)
      report(entry, "'\(path)' is listed twice", notes: [note])
      return false
    }
    return hasOwnSlug(path, entry: entry)
  }

  private mutating func realPath(of path: String, entry: Summary.Entry) -> String? {
    do {
      return try folder.regularFile(at: path)
    } catch {
      let names = folder.markdownFiles(below: Summary.folder)
      let question = error == .missing ? Spelling.question(for: path, in: names) : nil
      report(entry, "'\(path)' \(error.summary)", help: question ?? error.help)
      return nil
    }
  }

  private mutating func hasOwnSlug(_ path: String, entry: Summary.Entry) -> Bool {
    let slug = ChapterPath.slug(of: path)
    guard slug.lowercased() != "index" else {
      report(
        entry, "a chapter cannot be called 'index'", help: "that is the page of the contents")
      return false
    }
    guard let first = slugs[slug.lowercased()] else {
      slugs[slug.lowercased()] = entry
      return true
    }
    report(
      entry, "two chapters are called '\(slug)'", help: "file names differ even without folders",
      notes: [Diagnostic.Note("the other is listed here", at: first.location)])
    return false
  }

  private mutating func warnOfUnlistedFiles() {
    for path in folder.markdownFiles(below: Summary.folder) where !listed.contains(path) {
      diagnostics.append(
        Diagnostic(
          .warning, at: SourceLocation(path: path), "no line of \(Summary.path) lists this file",
          help: "list it, or move it out of the folder"))
    }
  }

  private mutating func report(
    _ entry: Summary.Entry, _ summary: String, help: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(.error, at: entry.location, summary, help: help, notes: notes))
  }
}
