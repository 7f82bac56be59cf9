internal import BookModel

/// Holds what is not compiled or not run against what the settings allow.
enum Budget {
  /// An error for each budget that the book exceeds, with every place that uses it up.
  static func diagnostics(for book: Book, settingsText: String) -> [Diagnostic] {
    let settings = book.settings
    let ignored = book.chapters.flatMap(\.codeBlocks).compactMap { code -> SourceLocation? in
      guard case .ignored(let block) = code else { return nil }
      return block.location
    }
    let notRun = placesNotRun(in: book)
    return [
      excess(
        of: "ignore", allowed: settings.allowedIgnored, key: "ignored", places: ignored,
        in: settingsText),
      excess(
        of: "no_run", allowed: settings.allowedNotRun, key: "no-run", places: notRun,
        in: settingsText),
    ].compactMap(\.self)
  }

  private static func placesNotRun(in book: Book) -> [SourceLocation] {
    book.examples.flatMap { example -> [SourceLocation] in
      let listing = example.listings.first(where: \.isOnlyCompiled)
      let sessions = example.sessions.filter { $0.expectation == .isNotRun }
      return [listing?.location].compactMap(\.self) + sessions.map(\.location)
    }
  }
  private static func excess(
    of word: String, allowed: Int, key: String, places: [SourceLocation], in settingsText: String
  ) -> Diagnostic? {
    guard places.count > allowed else { return nil }
    let position = BudgetPlace.position(of: key, inSettings: settingsText)
    let times = places.count == 1 ? "1 time" : "\(places.count) times"
    return Diagnostic(
      .error, at: SourceLocation(path: BookSettings.fileName, position: position),
      "the word \(word) is used \(times), and the book allows \(allowed)",
      help: "make these blocks run, or allow them: allow: { \(key): \(places.count) }",
      notes: places.map { Diagnostic.Note("one is here", at: $0) })
  }
}
