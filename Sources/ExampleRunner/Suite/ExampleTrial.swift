internal import BookModel
internal import CommonMark

/// Takes one example the whole way, from its listings to its verdicts.
struct ExampleTrial: Sendable {
  var tools: ExampleTools
  var settings: BookSettings
  var onEvent: @Sendable (SuiteEvent) -> Void

  func run(_ example: Example) async -> ExampleResult {
    if let clash = glueClash(example) { return rejected(example, clash) }
    let program = ExampleProgram(example, runtime: settings.runtime)
    let builder = ExampleBuilder(tools: tools)
    var built = await builder.build(program)
    let runner = SessionRunner(tools: tools, limits: settings.limits)
    let known = example.sessions.map { runner.cached($0, key: built.key) }
    let runs = { (session: Session) in
      session.expectation == .completes || session.expectation == .crashes
    }
    if zip(example.sessions, known).contains(where: { runs($0) && $1 == nil }) {
      built = await builder.verified(built, of: program)
    }
    onEvent(.compiled(example: example.name, isCached: built.isCached))
    var sessions: [SessionResult] = []
    for (session, outcome) in zip(example.sessions, known) {
      let facts = SessionFacts(
        session: session, built: built, map: program.map, hash: example.hash,
        toolchain: tools.toolchain.name, settings: settings)
      let result = await judge(facts, known: outcome, runner)
      onEvent(.ended(session.id, result.verdict, isCached: result.isCached))
      sessions.append(result)
    }
    onEvent(.finished(example: example.name))
    return result(example, built, program.map, sessions)
  }

  private func judge(
    _ facts: SessionFacts, known: SessionRunner.Outcome?, _ runner: SessionRunner
  ) async -> SessionResult {
    switch (facts.session.expectation, facts.built.outcome) {
    case (_, .failed(let how)): return facts.result(.compilerFailed(how: how))
    case (_, .impossible(let why)): return facts.result(.couldNotRun(why: why))
    case (.doesNotCompile, .refused): return facts.refused
    case (.doesNotCompile, .executable): return facts.result(.unexpectedlyCompiles)
    case (_, .refused): return facts.result(.doesNotCompile)
    case (.isNotRun, .executable): return facts.result(.notRun)
    case (.completes, .executable(let path, _)), (.crashes, .executable(let path, _)):
      if let known { return facts.ran(known) }
      do {
        return facts.ran(
          try await runner.run(
            facts.session, executable: path, key: facts.built.key, source: facts.hash))
      } catch {
        return facts.result(.couldNotRun(why: error.words))
      }
    }
  }

  private func result(
    _ example: Example, _ built: BuiltExample, _ map: SourceMap, _ sessions: [SessionResult]
  ) -> ExampleResult {
    var diagnostics: [Diagnostic] = []
    var isBuilt = false
    switch built.outcome {
    case .executable:
      isBuilt = !example.mustNotCompile
      diagnostics = built.messages.diagnostics(map: map, example: example)
    case .refused:
      isBuilt = example.mustNotCompile
      if !isBuilt { diagnostics = built.messages.diagnostics(map: map, example: example) }
    case .failed(let how), .impossible(let how):
      // The sessions say it, where there are any.
      if sessions.isEmpty { diagnostics = [unbuilt(example, how)] }
    }
    return ExampleResult(
      example: example, diagnostics: diagnostics, isBuilt: isBuilt, isCompiled: !built.isCached,
      sessions: sessions)
  }

  private func unbuilt(_ example: Example, _ how: String) -> Diagnostic {
    let place = example.files.first?.listings.first?.location
    return Diagnostic(
      .error, at: place ?? SourceLocation(path: example.folder),
      "\(example.name): the program could not be compiled: \(how)")
  }

  /// A listing in a file of the glue's name would be a second beginning of the program.
  private func glueClash(_ example: Example) -> Diagnostic? {
    guard settings.runtime != nil,
      let file = example.files.first(where: { $0.name == ExampleProgram.glueName }),
      let listing = file.listings.first
    else { return nil }
    return Diagnostic(
      .error, at: listing.location,
      "\(example.name): a file of an example may not be called \(ExampleProgram.glueName)",
      help: "give it another name: \(ExampleProgram.glueName) is generated, and starts the session")
  }

  /// The result of an example that is not even compiled.
  func rejected(_ example: Example, _ clash: Diagnostic) -> ExampleResult {
    let sessions = example.sessions.map { session in
      SessionResult(
        session: session, verdict: .couldNotRun(why: clash.summary), diagnostic: nil,
        transcript: nil, isCached: false)
    }
    return ExampleResult(
      example: example, diagnostics: [clash], isBuilt: false, isCompiled: false,
      sessions: sessions)
  }
}
