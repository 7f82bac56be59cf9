internal import Explorer

/// How a session is to be explored: `--explore --bound=2 --ticks=1`, `--replay=TOKEN`.
struct ExploreOptions: Equatable {
  /// What is to be done.
  enum Task: Equatable {
    /// The session is executed once, as Linux would.
    case run
    /// Every schedule is tried.
    case explore
    /// The schedule of a token is replayed.
    case replay(String)
  }

  var task = Task.run
  var limits = Limits()
  /// What is drawn by lot; nil where everything is to be tried.
  var sample: Sample?

  /// The words that are about exploring, as a session may say them.
  static let words =
    "explore, bound=NUMBER, ticks=NUMBER, schedules=NUMBER, seed=NUMBER, runs=NUMBER,"
    + " depth=NUMBER, replay=TOKEN"
  private static let largestBound = 1_000
  private static let ticksRange = 0...255
  private static let scheduleRange = 1...1_000_000_000
  private static let depthRange = 1...100
  /// How many steps a schedule may have, on average, where somebody says how many schedules are tried.
  private static let stepsPerSchedule = 10_000

  /// Takes out of what follows the session's file on the command line what is about exploring.
  init(takingFrom arguments: inout [String]) throws(MachineOptions.Problem) {
    var rest: [String] = []
    var given: [String] = []
    for argument in arguments {
      guard argument.hasPrefix("--") else {
        rest.append(argument)
        continue
      }
      let parts = argument.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false
      ).map(String.init)
      let value = parts.count == 2 ? parts[1] : nil
      let key = parts[0]
      if try !take(key, value) {
        rest.append(argument)
        continue
      }
      guard !given.contains(key) else { throw .init(message: "'\(key)' is given twice") }
      given.append(key)
    }
    if task != .explore, let word = given.first(where: Self.needsExplore.contains) {
      throw .init(message: "'\(word)' is for a session that is explored: say 'explore', too")
    }
    if sample != nil, let word = given.first(where: ["bound", "schedules"].contains) {
      throw .init(
        message: "'\(word)' is not for a sample: say 'runs' for how many schedules it has")
    }
    arguments = rest
  }

  private static let needsExplore = ["bound", "schedules", "seed", "runs", "depth"]

  private mutating func take(
    _ key: String, _ value: String?
  ) throws(MachineOptions.Problem) -> Bool {
    switch key {
    case "explore":
      guard value == nil else { throw .init(message: "'explore' takes no value") }
      if task == .run { task = .explore }
    case "replay":
      guard let value, !value.isEmpty else { throw .init(message: "'replay' needs a token") }
      task = .replay(value)
    case "bound": limits.preemptions = try Self.number(value, of: key, 0...Self.largestBound)
    case "ticks": limits.ticks = try Self.number(value, of: key, Self.ticksRange)
    case "schedules":
      limits.schedules = try Self.number(value, of: key, Self.scheduleRange)
      limits.totalSteps = max(limits.totalSteps, limits.schedules * Self.stepsPerSchedule)
    case "seed", "runs", "depth": try takeSample(key, value)
    default: return false
    }
    return true
  }

  private mutating func takeSample(
    _ key: String, _ value: String?
  ) throws(MachineOptions.Problem) {
    var drawn = sample ?? Sample()
    switch key {
    case "seed": drawn.seed = UInt64(try Self.number(value, of: key, 0...Int.max))
    case "runs": drawn.runs = try Self.number(value, of: key, Self.scheduleRange)
    default: drawn.depth = try Self.number(value, of: key, Self.depthRange)
    }
    sample = drawn
  }

  private static func number(
    _ value: String?, of key: String, _ range: ClosedRange<Int>
  ) throws(MachineOptions.Problem) -> Int {
    guard let value, let number = Int(value), range.contains(number) else {
      throw .init(
        message: "'\(value ?? "")' is no good value of '\(key)': it is a number from "
          + "\(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
