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

  /// The words that are about exploring, as a session may say them.
  static let words = "explore, bound=NUMBER, ticks=NUMBER, replay=TOKEN"
  private static let largestBound = 1_000
  private static let ticksRange = 0...255

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
    guard task == .explore || !given.contains("bound") else {
      throw .init(message: "'bound' is for a session that is explored: say 'explore', too")
    }
    arguments = rest
  }

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
    default: return false
    }
    return true
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
