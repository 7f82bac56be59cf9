internal import SimKernel

/// A point of the tree of schedules from which more than one way leads on, and what is left to try
/// there.
///
/// Only one worker at a time has it.
final class Junction: @unchecked Sendable {
  // Not Sendable by its types: it is handed from worker to worker under the list's lock.

  /// The answers that lead to it from the beginning.
  let path: SchedulePath
  /// What need not be tried: what slept when it was reached, and what has been tried here since.
  private(set) var sleepers: [Sleeper]
  /// What happened on the way to it.
  let trail: Trail?
  private var untried: ArraySlice<Int>

  /// Whether it is the beginning, where nothing has to be chosen yet.
  let isRoot: Bool

  init(
    path: SchedulePath, sleepers: [Sleeper], trail: Trail?, untried: [Int], isRoot: Bool = false
  ) {
    self.trail = trail
    self.isRoot = isRoot
    self.path = path
    self.sleepers = sleepers
    self.untried = untried[...]
  }

  /// Where a search begins: there is one way to go on, and it leads to the first choice.
  static var root: Junction {
    Junction(path: SchedulePath(), sleepers: [], trail: nil, untried: [0], isRoot: true)
  }

  /// Whether every way from here has been tried, or is being tried.
  var isExhausted: Bool { untried.isEmpty }

  /// The next way to try: its number among the choices; nil where there is none left.
  func takeWay() -> Int? { untried.popFirst() }

  /// Remembers that a way has been tried, so that later ones need not begin with the same.
  func leave(_ sleeper: Sleeper) { sleepers.append(sleeper) }
}
