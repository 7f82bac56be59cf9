internal import SimKernel

/// Runs a program again and again, each time on another way through the tree of its schedules, until
/// every way has been tried.
struct Search: Sendable {
  typealias Program = @Sendable (ExploringPolicy) -> Ending

  let limits: Limits
  /// Whether ways are left out that lead to schedules which nobody could tell from others.
  let isReduced: Bool
  let workers: Int
  let program: Program

  /// Tries every way.
  ///
  /// - Parameter isOver: Asked now and then whether to stop before the end.
  /// - Returns: What they led to.
  func run(until isOver: @escaping @Sendable () -> Bool = { false }) -> Exploration {
    let list = WorkList(limits: limits, isOver: isOver)
    runOnThreads(workers) { work(list) }
    return list.result
  }

  private func work(_ list: WorkList) {
    let recorder = isReduced ? FootprintRecorder() : nil
    while let (junction, number) = list.take() {
      let way = junction.takeWay() ?? 0
      let start = ExploringPolicy.Start(
        path: junction.isRoot ? junction.path : junction.path.appending(way),
        sleepers: junction.sleepers, trail: junction.trail)
      let policy = ExploringPolicy(start, limits, recorder: recorder)
      let ending = program(policy)
      policy.finish()
      if isReduced, let step = policy.firstStep { junction.leave(step) }
      list.giveBack(number, policy, ending)
    }
  }
}
