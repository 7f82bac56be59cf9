internal import BookModel

/// Assembles the examples of a book from the listings and sessions of its chapters.
struct ExampleCollector {
  /// The examples in reading order, and what is wrong with them.
  struct Collection {
    var examples: [Example]
    var diagnostics: [Diagnostic]
  }

  private var examples: [Example] = []
  private var indices: [String: Int] = [:]
  private var diagnostics: [Diagnostic] = []
  private let broken: Set<String>
  /// The chapters by slug, counted in reading order.
  private let chapterOrder: [String: Int]

  private init(chapters: [Chapter], broken: Set<String>) {
    self.broken = broken
    chapterOrder = Dictionary(
      chapters.enumerated().map { ($1.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Collects every example; of those in `broken`, whose fences have mistakes, nothing is missed.
  static func collect(from chapters: [Chapter], broken: Set<String>) -> Collection {
    var collector = ExampleCollector(chapters: chapters, broken: broken)
    for chapter in chapters { collector.addListings(of: chapter) }
    for chapter in chapters { collector.addSessions(of: chapter) }
    let rules = ExampleRules(broken: broken)
    let diagnostics = collector.examples.flatMap(rules.diagnostics(for:))
    return Collection(
      examples: collector.examples, diagnostics: collector.diagnostics + diagnostics)
  }

  private mutating func addListings(of chapter: Chapter) {
    var duplicates: Set<String> = []
    for case .listing(let listing) in chapter.codeBlocks {
      guard let index = indices[listing.example] else {
        indices[listing.example] = examples.count
        examples.append(Example(first: listing, chapter: chapter.slug))
        continue
      }
      if examples[index].chapter == chapter.slug {
        examples[index].add(listing)
      } else if duplicates.insert(listing.example).inserted {
        let notes = examples[index].firstListing.map {
          Diagnostic.Note("the other is here", at: $0.location)
        }
        report(
          at: listing.location, "duplicate example '\(listing.example)'",
          help: "an example lives in one chapter; give this one a name of its own",
          notes: [notes].compactMap(\.self))
      }
    }
  }

  private mutating func addSessions(of chapter: Chapter) {
    // Sessions after a duplicate's listing belong to the duplicate, which is reported already.
    let ownListings = Set(
      chapter.codeBlocks.compactMap { code -> String? in
        guard case .listing(let listing) = code else { return nil }
        return listing.example
      })
    for case .session(let session) in chapter.codeBlocks {
      guard let index = indices[session.example] else {
        reportUnknownExample(of: session)
        continue
      }
      let isForeign = examples[index].chapter != chapter.slug
      if isForeign && ownListings.contains(session.example) { continue }
      checkOrder(of: session, in: chapter, example: examples[index])
      if let first = examples[index].sessions.first(where: { $0.name == session.name }) {
        report(
          at: session.location, "duplicate session '\(session.name)' of '\(session.example)'",
          help: "give it a name of its own: session=NAME",
          notes: [Diagnostic.Note("the other is here", at: first.location)])
        continue
      }
      examples[index].sessions.append(session)
    }
  }

  /// A reader meets a program before it is run.
  private mutating func checkOrder(of session: Session, in chapter: Chapter, example: Example) {
    guard let listing = example.firstListing else { return }
    let order = (chapterOrder[chapter.slug] ?? 0, session.location)
    guard order < (chapterOrder[example.chapter] ?? 0, listing.location) else { return }
    report(
      at: session.location, "the session comes before its program",
      notes: [Diagnostic.Note("'\(example.name)' begins here", at: listing.location)])
  }

  private mutating func reportUnknownExample(of session: Session) {
    if broken.contains(session.example) { return }
    let names = examples.map(\.name)
    report(
      at: session.location, "there is no example '\(session.example)'",
      help: Spelling.question(for: session.example, in: names)
        ?? "its program is missing: a block with swift example=\(session.example) file=FILE.swift")
  }

  private mutating func report(
    at location: SourceLocation, _ summary: String, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(.error, at: location, summary, help: help, notes: notes))
  }
}

extension Example {
  fileprivate init(first listing: Listing, chapter: String) {
    self.init(
      name: listing.example, chapter: chapter,
      files: [File(name: listing.file, listings: [listing])], sessions: [],
      isOnlyCompiled: listing.isOnlyCompiled)
  }

  fileprivate mutating func add(_ listing: Listing) {
    isOnlyCompiled = isOnlyCompiled || listing.isOnlyCompiled
    if let index = files.firstIndex(where: { $0.name == listing.file }) {
      files[index].listings.append(listing)
    } else {
      files.append(File(name: listing.file, listings: [listing]))
    }
  }
}
