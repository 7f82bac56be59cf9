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
  /// What tells this program from others: what its tokens fit.
  let fingerprint: Fingerprint
  /// Where the text goes.
  let put: (String) -> Void

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
    let found = explorer.explore { [program] in program.run($0) }
    put(ExplorationReport(found: found, limits: explorer.limits).summary + "\n")
    let failures = found.outcomes.filter(\.key.isFailure).map(\.value.example)
    guard let failure = failures.min() else { return .well }
    show(explorer.shortestFailure(than: failure) { [program] in program.run($0) })
    return .failed
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
    let step = zip(replay.steps, second.steps).enumerated().first { $1.0 != $1.1 }?.offset
    guard replay.ending == second.ending, step == nil, replay.ending.isFailure else {
      let place = step.map { "at step \($0 + 1)" } ?? "in its last step"
      put("the module is not deterministic: the same schedule went on otherwise \(place)\n")
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
