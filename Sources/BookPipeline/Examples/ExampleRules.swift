internal import BookModel

/// What must hold of every example, once all of it is known.
struct ExampleRules {
  /// Examples that miss a block because its fence has mistakes.
  let broken: Set<String>

  /// What is wrong with an example.
  func diagnostics(for example: Example) -> [Diagnostic] {
    neverRun(example) + runThoughOnlyCompiled(example) + runThoughItMustNotCompile(example)
      + filesThatDifferInCaseOnly(example)
  }

  private func neverRun(_ example: Example) -> [Diagnostic] {
    guard example.sessions.isEmpty, !example.isOnlyCompiled, !broken.contains(example.name),
      let listing = example.firstListing
    else { return [] }
    return [
      Diagnostic(
        .error, at: listing.location, "the example '\(example.name)' is never run",
        help: "add a block with console example=\(example.name), or the word no_run to this one")
    ]
  }

  private func runThoughOnlyCompiled(_ example: Example) -> [Diagnostic] {
    guard example.isOnlyCompiled else { return [] }
    let listing = example.listings.first(where: \.isOnlyCompiled)
    return example.sessions.filter { $0.expectation != .isNotRun }.map { session in
      Diagnostic(
        .error, at: session.location,
        "a session of '\(example.name)', which is marked no_run",
        help: "remove one of the two, or mark the session no_run too",
        notes: listing.map { [Diagnostic.Note("it is marked here", at: $0.location)] } ?? [])
    }
  }

  private func runThoughItMustNotCompile(_ example: Example) -> [Diagnostic] {
    guard let refusal = example.sessions.first(where: { $0.expectation == .doesNotCompile }) else {
      return []
    }
    return example.sessions.filter { $0.name != refusal.name }.map { session in
      Diagnostic(
        .error, at: session.location,
        "a second session of '\(example.name)', which must not compile",
        help: "a program that does not compile has one session, and another needs another program",
        notes: [Diagnostic.Note("it must not compile here", at: refusal.location)])
    }
  }

  /// Some file systems would write one over the other.
  private func filesThatDifferInCaseOnly(_ example: Example) -> [Diagnostic] {
    var first: [String: String] = [:]
    return example.files.compactMap { file in
      guard let other = first.updateValue(file.name, forKey: file.name.lowercased()),
        let listing = file.listings.first
      else { return nil }
      return Diagnostic(
        .error, at: listing.location, "'\(file.name)' and '\(other)' differ only in case")
    }
  }
}
