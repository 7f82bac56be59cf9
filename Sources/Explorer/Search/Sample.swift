internal import Synchronization

/// Some schedules of a program that has too many, drawn by lot: the same ones for the same seed.
public struct Sample: Sendable, Hashable {
  /// What the lots depend on.
  public var seed: UInt64
  /// How many schedules are drawn.
  public var runs: Int
  /// How many steps have to come in a certain order for what is searched; nil where each way is to be as
  /// likely as any other.
  public var depth: Int?

  /// A sample.
  public init(seed: UInt64 = 1, runs: Int = 1_000, depth: Int? = nil) {
    (self.seed, self.runs, self.depth) = (seed, runs, depth)
  }

  func chooser(run: Int, steps: Int) -> any WayChooser {
    let numbers = RandomNumbers(seed: seed, run: run)
    guard let depth else { return RandomChooser(numbers) }
    return PriorityChooser(numbers, depth: depth, steps: steps)
  }
}

extension Explorer {
  /// Runs a sample of a program's schedules; what it finds does not depend on the number of workers.
  ///
  /// - Parameters:
  ///   - sample: Which schedules.
  ///   - isOver: Asked between two runs whether to stop before the end.
  ///   - program: The program.
  /// - Returns: What the schedules led to.
  public func draw(
    _ sample: Sample, until isOver: @escaping @Sendable () -> Bool = { false },
    _ program: @escaping Program
  ) -> Exploration {
    var free = limits
    free.preemptions = nil
    let steps = sample.depth == nil ? 0 : replay(SchedulePath(), program).steps.count
    let state = Mutex((next: 0, found: Exploration()))
    runOnThreads(min(workers, max(1, sample.runs))) { [free] in
      while true {
        let run = state.withLock { state -> Int? in
          guard state.next < sample.runs else { return nil }
          if isOver() {
            state.found.isInterrupted = true
            return nil
          }
          defer { state.next += 1 }
          return state.next
        }
        guard let run else { return }
        let policy = ExploringPolicy(
          ExploringPolicy.Start(), free, recorder: nil,
          chooser: sample.chooser(run: run, steps: steps))
        let ending = program(policy)
        policy.finish()
        state.withLock { $0.found.add(policy, ending) }
      }
    }
    var found = state.withLock { $0.found }
    found.isStopped = true
    return found
  }
}
