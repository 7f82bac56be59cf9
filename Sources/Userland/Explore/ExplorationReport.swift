internal import Explorer

/// What an exploration found, as lines for a terminal.
struct ExplorationReport {
  let found: Exploration
  let limits: Limits
  /// What was drawn by lot; nil where everything was to be tried.
  var sample: Sample?

  /// The counts as a line: `all 1,284 schedules: 1,270 unload, 14 crash`.
  ///
  /// It says "all" only where that is so.
  var summary: String {
    let counts = labels.map { "\(Self.number($0.count)) \($0.label)" }.joined(separator: ", ")
    return counts.isEmpty ? scope : "\(scope): \(counts)"
  }

  /// How many schedules ended in each way, peaceful ways first.
  var labels: [(label: String, isFailure: Bool, count: Int)] {
    var counts: [String: (isFailure: Bool, count: Int)] = [:]
    for (ending, outcome) in found.outcomes {
      counts[ending.label, default: (ending.isFailure, 0)].count += outcome.count
    }
    return counts.map { ($0.key, $0.value.isFailure, $0.value.count) }.sorted {
      ($0.isFailure ? 1 : 0, -$0.count, $0.label) < ($1.isFailure ? 1 : 0, -$1.count, $1.label)
    }
  }

  private var scope: String {
    let count =
      found.schedules == 1 ? "1 schedule" : "\(Self.number(found.schedules)) schedules"
    if let sample {
      let depth = sample.depth.map { ", depth \($0)" } ?? ""
      let end = found.isInterrupted ? ", interrupted" : ""
      return "a sample of \(count) (seed \(sample.seed)\(depth))\(end)"
    }
    if found.isInterrupted { return "interrupted after \(count), and nobody knows of how many" }
    if found.isStopped { return "the first \(count), and nobody knows of how many" }
    if found.tooLong > 0 {
      let steps = Self.number(limits.steps)
      return "\(count), and \(Self.number(found.tooLong)) given up after \(steps) steps"
    }
    let only = found.schedules == 1 ? "the only schedule" : "all \(count)"
    guard found.hasMetLimit else { return only }
    guard let bound = limits.preemptions else {
      return "\(only) with at most \(Self.count(limits.ticks, "early tick"))"
    }
    return "\(only) with at most \(Self.count(bound, "preemption"))"
      + " and \(Self.count(limits.ticks, "early tick"))"
  }

  /// A number with a noun.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(number(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A number with a comma before each three digits.
  static func number(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
