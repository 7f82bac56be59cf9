internal import Synchronization

/// What is left to try, shared by the workers: the newest first, so that there is never more of it
/// than the tree is deep.
final class WorkList: Sendable {
  private struct State {
    var junctions: [Junction] = [.root]
    /// How many are being worked on.
    var taken = 0
    var result = Exploration()
  }

  private let state = Mutex(State())
  private let limit: Int
  private let isOver: @Sendable () -> Bool

  init(limit: Int, isOver: @escaping @Sendable () -> Bool) {
    self.limit = limit
    self.isOver = isOver
  }

  /// What has been found so far.
  var result: Exploration { state.withLock { $0.result } }

  /// A junction to go on from; nil where nothing is left to try.
  ///
  /// A worker waits while others may still find something.
  func take() -> Junction? {
    while true {
      let (junction, isDone): (Junction?, Bool) = state.withLock { state in
        if isStopped(&state.result) { state.junctions.removeAll() }
        guard let junction = state.junctions.popLast() else { return (nil, state.taken == 0) }
        state.taken += 1
        return (junction, false)
      }
      if junction != nil || isDone { return junction }
      pauseThread()
    }
  }

  private func isStopped(_ result: inout Exploration) -> Bool {
    guard !result.isStopped else { return true }
    result.isStopped = result.schedules >= limit || isOver()
    return result.isStopped
  }

  /// Takes note of a run, and of what it has left to try.
  func giveBack(_ junction: Junction, _ policy: ExploringPolicy, _ ending: Ending) {
    state.withLock { state in
      state.taken -= 1
      state.result.add(policy, ending)
      if !junction.isExhausted { state.junctions.append(junction) }
      state.junctions += policy.junctions
    }
  }
}
