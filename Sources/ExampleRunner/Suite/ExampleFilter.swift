public import BookModel

/// Chooses examples and sessions by words: a chapter's slug, an example, or `example/session`.
public struct ExampleFilter: Sendable, Hashable {
  /// The words; none choose everything.
  public var words: [String]

  /// Creates a filter.
  public init(_ words: [String] = []) { self.words = words }

  /// The examples that are chosen, each with only the sessions that are.
  public func apply(to examples: [Example]) -> [Example] {
    if words.isEmpty { return examples }
    return examples.compactMap { example in
      if words.contains(where: { matches($0, whole: example) }) { return example }
      var part = example
      part.sessions = example.sessions.filter { words.contains($0.id.description) }
      return part.sessions.isEmpty ? nil : part
    }
  }

  /// The words that choose nothing, and so are mistakes.
  public func unmatched(in examples: [Example]) -> [String] {
    words.filter { ExampleFilter([$0]).apply(to: examples).isEmpty }
  }

  private func matches(_ word: String, whole example: Example) -> Bool {
    word == example.chapter || word == example.name || word == example.folder
  }
}
