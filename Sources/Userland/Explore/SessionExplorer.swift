internal import Explorer
internal import SimKernel

/// Explores a session, and tells on the terminal what came of it.
struct SessionExplorer {
  /// How an exploration ended.
  enum Verdict {
    /// Every schedule that was tried ended well.
    case well
    /// One did not.
    case failed
    /// Nothing was explored.
    case refused
  }

  let program: SessionProgram
  var explorer = Explorer()
  /// What is drawn by lot; nil where everything is tried.
  var sample: Sample?
  /// What tells this program from others: what its tokens fit.
  let fingerprint: Fingerprint
  /// Where the text goes.
  let put: (String) -> Void
  /// Asked now and then whether to stop before everything was tried.
  var isOver: @Sendable () -> Bool = { false }

  /// Explores every schedule.
  func explore() -> Verdict {
    guard !program.session.script.isEmpty else {
      put("explore: nothing happens at once here: no line starts a job with '&'\n")
      return .refused
    }
    let first = WatchedRun()
    let start = explorer.replay(SchedulePath()) { [program] in program.run($0, first) }
    put(first.setUp)
    guard start.ending != .noStart else {
      put("explore: \(start.ending.text)")
      return .refused
    }
    put(typedScript)
    let found = findings
    if let divergence = found.divergence {
      show(divergence)
      return .failed
    }
    let report = ExplorationReport(found: found, limits: explorer.limits, sample: sample)
    put(report.summary + "\n")
    let failures = found.outcomes.filter(\.key.isFailure).map(\.value.example)
    guard let failure = failures.min() else { return .well }
    let isSearched = sample == nil && !found.isInterrupted
    show(
      isSearched
        ? explorer.shortestFailure(than: failure, until: isOver) { [program] in program.run($0) }
        : failure)
    return .failed
  }

  private var findings: Exploration {
    guard let sample else {
      return explorer.explore(until: isOver) { [program] in program.run($0) }
    }
    return explorer.draw(sample, until: isOver) { [program] in program.run($0) }
  }

  /// Says where choices led elsewhere than before, after they were tried some times more.
  private func show(_ divergence: Exploration.Divergence) {
    let runs = (0..<Self.tries).map { _ in
      explorer.replay(divergence.path) { [program] in program.run($0, WatchedRun()) }
    }
    let steps = runs.dropFirst().compactMap { Self.firstDifference(runs[0].steps, $0.steps) }
    put(Self.nondeterminism("at step \((steps.min() ?? divergence.step - 1) + 1)"))
  }

  /// How often a schedule is repeated that did not go on as before.
  private static let tries = 8

  private static func nondeterminism(_ place: String) -> String {
    "the module is not deterministic: the same schedule went on otherwise \(place)\n"
  }

  /// The first step that is not the same, from 0; nil where there is none.
  private static func firstDifference(_ left: [StepRecord], _ right: [StepRecord]) -> Int? {
    if let index = zip(left, right).enumerated().first(where: { $1.0 != $1.1 })?.offset {
      return index
    }
    return left.count == right.count ? nil : min(left.count, right.count)
  }

  /// Replays the schedule of a token.
  ///
  /// - Throws: ``TokenProblem`` where it is no token, or one that fits another program.
  func replay(_ word: String) throws(TokenProblem) -> Verdict {
    let token = try ScheduleToken(word)
    guard token.program == UInt32(truncatingIfNeeded: fingerprint.value) else {
      throw TokenProblem(
        "the token is that of another program, or of this one before it was changed")
    }
    guard token.machine == program.options.number else {
      let words = MachineOptions.words(for: token.machine)
      throw TokenProblem("the token is that of another machine: \(words)")
    }
    var explorer = explorer
    explorer.limits.ticks = Int(token.ticks)
    let run = WatchedRun()
    let replay = explorer.replay(token.path) { [program] in program.run($0, run) }
    if let misfit = replay.misfit {
      throw TokenProblem(
        "the token does not fit: at choice \(misfit.choice + 1) there are only \(misfit.offered) ways"
          + " to go on")
    }
    guard UInt16(truncatingIfNeeded: Fingerprint(replay.ending.text).value) == token.ending else {
      throw TokenProblem("the schedule of the token ends otherwise now: explore again")
    }
    put(run.setUp + typedScript)
    show(replay, run)
    return replay.ending.isFailure ? .failed : .well
  }

  /// The lines of the script, as they would look if they were typed.
  private var typedScript: String {
    let expectations = program.session.expectations.map {
      "\(ExploredSession.expectationPrefix) \($0)"
    }
    return (program.session.script + expectations).map { "# \($0)\n" }.joined()
  }

  /// Shows the schedule that fails soonest, after it was run twice more.
  private func show(_ example: Exploration.Example) {
    let (run, again) = (WatchedRun(), WatchedRun())
    let replay = explorer.replay(example.path) { [program] in program.run($0, run) }
    let second = explorer.replay(example.path) { [program] in program.run($0, again) }
    let step = Self.firstDifference(replay.steps, second.steps)
    guard replay.ending == second.ending, step == nil, replay.ending.isFailure else {
      let place = step.map { "at step \($0 + 1)" } ?? "in its last step"
      put(Self.nondeterminism(place))
      return
    }
    let cost = ExplorationReport.count(example.preemptions, "preemption")
    put("the shortest that ends in \(replay.ending.label), with \(cost):\n")
    show(replay, run)
    let token = ScheduleToken(
      program: fingerprint, machine: program.options.number, ticks: explorer.limits.ticks,
      ending: replay.ending.text, path: replay.path)
    put("replay it with: \(token.text)\n")
  }

  private func show(_ replay: Replay, _ run: WatchedRun) {
    put(ScheduleTable(replay.steps, run).lines().map { $0 + "\n" }.joined())
    put(run.screen)
  }
}
