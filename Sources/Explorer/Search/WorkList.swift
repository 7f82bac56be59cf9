internal import Synchronization

/// What is left to try, shared by the workers: the newest first, so that there is never much more of it
/// than the tree is deep.
///
/// It is tried in rounds of so many runs, whose results are taken note of in the order in which they were
/// handed out: what is found, and in which order, does not depend on how many workers there are.
final class WorkList: Sendable {
  /// A run that is to be done, or has been.
  private struct Run {
    let junction: Junction
    var result: (policy: ExploringPolicy, ending: Ending)?
  }

  private struct State {
    var junctions: [Junction] = [.root]
    var round: [Run] = []
    /// How many of the round have been handed out, and how many have come back.
    var taken = 0
    var done = 0
    var result = Exploration()
  }

  /// How many runs there are in a round.
  private static let roundLength = 64

  // What a policy holds is handed from worker to worker under the lock.
  private let state = Mutex(UncheckedBox(State()))
  private let limits: Limits
  private let isOver: @Sendable () -> Bool

  init(limits: Limits, isOver: @escaping @Sendable () -> Bool) {
    self.limits = limits
    self.isOver = isOver
  }

  /// What has been found so far.
  var result: Exploration { state.withLock { $0.value.result } }

  /// A junction to go on from, with its number in the round; nil where nothing is left to try.
  ///
  /// A worker waits while others may still find something.
  func take() -> (junction: Junction, number: Int)? {
    while true {
      let (run, isDone) = state.withLock { next(&$0.value) }
      if run != nil || isDone { return run }
      pauseThread()
    }
  }

  private func next(_ state: inout State) -> ((junction: Junction, number: Int)?, isDone: Bool) {
    if !state.result.isInterrupted, isOver() {
      state.result.isInterrupted = true
      state.result.isStopped = true
      state.round.removeLast(state.round.count - state.taken)
    }
    if state.done == state.round.count {
      endRound(&state)
      beginRound(&state)
      if state.round.isEmpty { return (nil, true) }
    }
    guard state.taken < state.round.count else { return (nil, false) }
    defer { state.taken += 1 }
    return ((state.round[state.taken].junction, state.taken), false)
  }

  private func beginRound(_ state: inout State) {
    if state.result.isStopped { state.junctions.removeAll() }
    let chosen = state.junctions.suffix(Self.roundLength).reversed()
    state.round = chosen.map { Run(junction: $0) }
    state.junctions.removeLast(state.round.count)
  }

  /// Takes note of what a round has found: the oldest junction goes to the bottom again.
  private func endRound(_ state: inout State) {
    for run in state.round {
      guard let (policy, ending) = run.result, !isFull(&state.result) else { break }
      state.result.add(policy, ending)
    }
    for run in state.round.reversed() {
      if !run.junction.isExhausted { state.junctions.append(run.junction) }
      if let (policy, _) = run.result { state.junctions += policy.junctions }
    }
    state.round.removeAll(keepingCapacity: true)
    (state.taken, state.done) = (0, 0)
    if !state.junctions.isEmpty { _ = isFull(&state.result) }
  }

  /// Whether as much has been tried as there may be.
  private func isFull(_ result: inout Exploration) -> Bool {
    let isEnough = result.schedules >= limits.schedules || result.steps >= limits.totalSteps
    // Nothing that is counted means anything once the program does not repeat itself.
    if isEnough || result.divergence != nil { result.isStopped = true }
    return result.isStopped && !result.isInterrupted
  }

  /// Takes back what has been tried.
  func giveBack(_ number: Int, _ policy: ExploringPolicy, _ ending: Ending) {
    state.withLock { box in
      box.value.round[number].result = (policy, ending)
      box.value.done += 1
    }
  }

  /// A value that is handed from thread to thread under a lock.
  private struct UncheckedBox<Value>: @unchecked Sendable {
    // Not Sendable by its types: only who has the lock gets at it.
    var value: Value
    init(_ value: Value) { self.value = value }
  }
}
