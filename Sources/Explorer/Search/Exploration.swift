/// What an exploration has found.
public struct Exploration: Sendable {
  /// Schedules that can be told apart, each run to its end.
  public internal(set) var schedules = 0
  /// Runs that were given up because what they led to had been explored.
  public internal(set) var cut = 0
  /// Steps that were taken in all.
  public internal(set) var steps = 0
  /// Whether a limit forbade something that could have happened.
  public internal(set) var hasMetLimit = false
  /// Whether it was stopped before everything was tried.
  public internal(set) var isStopped = false
  /// What the schedules led to, by what could be seen.
  public internal(set) var outcomes: [Ending: Outcome] = [:]

  /// Schedules with the same ending.
  public struct Outcome: Sendable {
    /// How many there are.
    public internal(set) var count: Int
    /// The one with the fewest preemptions, and of those the first.
    public internal(set) var example: Example
  }

  /// One schedule.
  public struct Example: Sendable, Hashable, Comparable {
    /// How often somebody was interrupted who could have gone on.
    public var preemptions: Int
    /// Its choices.
    public var path: SchedulePath

    /// Whether one is easier to understand: fewer preemptions, or fewer choices.
    public static func < (left: Example, right: Example) -> Bool {
      (left.preemptions, left.path.count) != (right.preemptions, right.path.count)
        ? (left.preemptions, left.path.count) < (right.preemptions, right.path.count)
        : left.path < right.path
    }
  }

  mutating func add(_ policy: ExploringPolicy, _ ending: Ending) {
    steps += policy.steps
    if policy.hasMetLimit { hasMetLimit = true }
    guard !policy.isCut else {
      cut += 1
      return
    }
    schedules += 1
    let example = Example(preemptions: policy.preemptions, path: policy.path)
    guard let known = outcomes[ending] else {
      outcomes[ending] = Outcome(count: 1, example: example)
      return
    }
    outcomes[ending] = Outcome(count: known.count + 1, example: min(known.example, example))
  }
}
