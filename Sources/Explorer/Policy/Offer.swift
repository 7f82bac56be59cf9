internal import SimKernel

/// What may happen next at one point of a schedule, and what each of it would cost.
struct Offer {
  /// What a policy was asked to pick from.
  let choices: [ScheduleChoice]
  /// The numbers of those that are worth trying, in order; never empty.
  let ways: [Int]
  /// Which of the ways no limit forbids, by their number; nil where all of them.
  ///
  /// The others keep their numbers: a schedule is replayed without the limit that it was found with.
  private(set) var allowed: [Int]?
  /// Who was at it, if he could go on: whoever else is chosen interrupts him.
  let running: Int?

  /// Sorts out what may happen.
  ///
  /// The timer interrupt always may, so that there are infinitely many schedules. It is a way only
  /// where `isTickAwaited`; where nothing else can happen, it is none to choose, but just comes.
  init(_ choices: [ScheduleChoice], after last: Runner?, isTickAwaited: Bool) {
    self.choices = choices
    let others = choices.indices.filter { !choices[$0].isTick && Self.isFirst($0, of: choices) }
    if others.isEmpty {
      ways = [0]
    } else {
      ways = isTickAwaited ? others + choices.indices.filter { choices[$0].isTick } : others
    }
    running = last.flatMap { last in choices.firstIndex { last.goesOn(with: $0) } }
  }

  /// Whether a process is not offered already: on which processor it goes on makes no difference.
  private static func isFirst(_ index: Int, of choices: [ScheduleChoice]) -> Bool {
    !choices[..<index].contains { $0.isSame(as: choices[index]) }
  }

  /// Whether nothing but the timer interrupt can come.
  var isForced: Bool { choices[ways[0]].isTick }

  /// How many preemptions a way costs: 1 where somebody is at it who could go on.
  func cost(_ way: Int) -> Int {
    guard let running, running != way else { return 0 }
    return 1
  }

  /// Leaves out what would cost more than is left.
  ///
  /// - Returns: Whether anything was left out.
  mutating func keep(upTo left: Int) -> Bool {
    let cheap = ways.indices.filter { cost(ways[$0]) <= left }
    guard cheap.count < ways.count else { return false }
    allowed = cheap.isEmpty ? [ways.firstIndex { $0 == running } ?? 0] : cheap
    return true
  }
}

/// Who had a processor last.
enum Runner: Equatable {
  case process(Int)
  case handler(cpu: Int)

  func goesOn(with choice: ScheduleChoice) -> Bool {
    switch (self, choice) {
    case (.process(let own), .run(let pid, _)): own == pid
    case (.handler(let own), .handler(let cpu)): own == cpu
    default: false
    }
  }
}

extension ScheduleChoice {
  /// Whether the same process, handler or interrupt goes on.
  func isSame(as other: ScheduleChoice) -> Bool {
    if case .run(let pid, _) = self, case .run(let otherPID, _) = other { return pid == otherPID }
    return self == other
  }

  var isTick: Bool { if case .tick = self { true } else { false } }
}
