/// What an exploration has found.
public struct Exploration: Sendable {
  /// Schedules that can be told apart, each run to its end.
  public internal(set) var schedules = 0
  /// Runs that were given up because what they led to had been explored.
  public internal(set) var cut = 0
  /// Runs that were given up because they had more steps than a schedule may.
  public internal(set) var tooLong = 0
  /// Steps that were taken in all.
  public internal(set) var steps = 0
  /// Whether a limit forbade something that could have happened.
  public internal(set) var hasMetLimit = false
  /// Whether it was stopped before everything was tried.
  public internal(set) var isStopped = false
  /// Whether somebody from outside stopped it.
  public internal(set) var isInterrupted = false
  /// Choices that did not lead where they had led before, the first that were found; nil where all did.
  public internal(set) var divergence: Divergence?

  /// Nothing has been found yet.
  public init() {}
  /// What the schedules led to, by what could be seen.
  public internal(set) var outcomes: [Ending: Outcome] = [:]

  /// Where the program did something else although it was given the same choices.
  public struct Divergence: Sendable, Hashable {
    /// The choices.
    public var path: SchedulePath
    /// The number of the step, from 1, by which it was noticed.
    public var step: Int
  }

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

    /// Whether one is to be shown rather than another: fewer preemptions, then fewer choices.
    public static func < (left: Example, right: Example) -> Bool {
      (left.preemptions, left.path.count) != (right.preemptions, right.path.count)
        ? (left.preemptions, left.path.count) < (right.preemptions, right.path.count)
        : left.path < right.path
    }
  }

  mutating func add(_ policy: ExploringPolicy, _ ending: Ending) {
    steps += policy.steps
    if policy.hasMetLimit { hasMetLimit = true }
    if let noticed = policy.divergedAt, divergence == nil {
      divergence = Divergence(path: policy.wanted, step: noticed)
    }
    guard !policy.isTooLong else { return tooLong += 1 }
    guard !policy.isCut else { return cut += 1 }
    schedules += 1
    let example = Example(preemptions: policy.preemptions, path: policy.path)
    guard let known = outcomes[ending] else {
      outcomes[ending] = Outcome(count: 1, example: example)
      return
    }
    outcomes[ending] = Outcome(count: known.count + 1, example: min(known.example, example))
  }
}
