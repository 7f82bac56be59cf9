/// One schedule, run once more.
public struct Replay: Sendable {
  /// How it ended.
  public var ending: Ending
  /// Its steps.
  public var steps: [StepRecord]
  /// All its choices.
  public var path: SchedulePath
  /// How the choices did not fit; nil where they did.
  public var misfit: Misfit?
}

extension Explorer {
  /// Runs the schedule of a path, and after its end whatever Linux itself would do.
  public func replay(
    _ path: SchedulePath, _ program: (ExploringPolicy) -> Ending
  ) -> Replay {
    var free = limits
    free.preemptions = nil
    let policy = ExploringPolicy(
      ExploringPolicy.Start(path: path), free, recorder: nil, isWatched: true)
    let ending = program(policy)
    policy.finish()
    return Replay(
      ending: ending, steps: policy.record, path: policy.path, misfit: policy.misfit)
  }

  /// A schedule with as few preemptions as any that ends in failure.
  ///
  /// - Parameters:
  ///   - known: One that does; what is searched for has fewer preemptions.
  ///   - isOver: Asked now and then whether to stop searching.
  ///   - program: The program.
  /// - Returns: The best that could be found; of those with as many preemptions, the first.
  public func shortestFailure(
    than known: Exploration.Example,
    until isOver: @escaping @Sendable () -> Bool = { false }, _ program: @escaping Program
  ) -> Exploration.Example {
    for bound in 0..<known.preemptions {
      var explorer = self
      explorer.limits.preemptions = bound
      explorer.limits.schedules = Self.longestSearch
      let found = explorer.explore(until: isOver, program)
      let failures = found.outcomes.filter(\.key.isFailure).map(\.value.example)
      if let best = failures.min() { return best }
      // A search that was given up says nothing of what has no more preemptions than it allowed.
      if found.isStopped { return known }
    }
    return known
  }

  /// Schedules that are tried for a shorter failure.
  private static let longestSearch = 20_000
}
