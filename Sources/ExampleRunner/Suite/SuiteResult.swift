public import BookModel

/// What became of the examples of a book, in the book's order.
public struct SuiteResult: Sendable {
  /// How many sessions there were of each kind.
  ///
  /// An example without sessions counts as one that is not run, or as one that failed.
  public struct Counts: Sendable, Hashable {
    /// Sessions that gave what the chapter says.
    public var passed = 0
    /// Sessions that did not.
    public var failed = 0
    /// Sessions that are compiled only.
    public var notRun = 0
    /// Sessions, of those that passed or failed, that were not run again.
    public var cached = 0
    /// Programs that were compiled now.
    public var compiled = 0
  }

  /// The examples.
  public var examples: [ExampleResult]

  /// The sessions of all examples.
  public var sessions: [SessionResult] { examples.flatMap(\.sessions) }

  /// What pages show.
  public var transcripts: [SessionID: Transcript] {
    let pairs = sessions.compactMap { result in result.transcript.map { (result.session.id, $0) } }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Everything that there is to say, in the book's order.
  public var diagnostics: [Diagnostic] {
    examples.flatMap { $0.diagnostics + $0.sessions.compactMap(\.diagnostic) }
  }

  /// The numbers.
  public var counts: Counts {
    var counts = Counts()
    for example in examples {
      counts.compiled += example.isCompiled ? 1 : 0
      if example.sessions.isEmpty {
        if example.isBuilt { counts.notRun += 1 } else { counts.failed += 1 }
      }
      for session in example.sessions {
        switch session.verdict {
        case .passed: counts.passed += 1
        case .notRun: counts.notRun += 1
        default: counts.failed += 1
        }
        counts.cached += session.isCached && session.verdict != .notRun ? 1 : 0
      }
    }
    return counts
  }
}
