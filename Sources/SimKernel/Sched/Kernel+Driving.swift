/// Driving a machine from outside, for those who want to look at it in between.
extension Kernel {
  /// Lets the machine run until every process sleeps or has ended, without waiting for any time to
  /// pass.
  ///
  /// - Returns: ``RunOutcome/finished``, unless the machine stopped or a process got lost; after many
  ///   ticks in which somebody always runs, ``RunOutcome/outOfTime``.
  @discardableResult
  public func settle() -> RunOutcome {
    run(until: { isSettled }, ticks: Self.longestSettling)
  }

  /// Whether nobody can go on before time has passed: who is not asleep waits busily.
  private var isSettled: Bool {
    guard runQueue.isEmpty else { return false }
    return pausedCount == 0 || !processors.contains { $0.current.isPaused && $0.current.canGoOn }
  }

  /// Whether a processor has nothing to do: whoever becomes runnable gets it.
  public var hasIdleProcessor: Bool {
    processors.contains { $0.current === $0.idle && !$0.isBusy }
  }

  /// Lets time pass, whether or not anybody waits for it, until a condition holds.
  ///
  /// - Parameters:
  ///   - ticks: How much time may pass.
  ///   - isDone: Asked before every choice.
  /// - Returns: ``RunOutcome/finished`` where the condition holds, ``RunOutcome/outOfTime`` where the
  ///   time is over, or why the machine does not go on.
  @discardableResult
  public func pass(ticks: Int, until isDone: () -> Bool = { false }) -> RunOutcome {
    let deadline = jiffies + ticks
    while true {
      let outcome = run(until: { isDone() || jiffies >= deadline }, ticks: deadline - jiffies)
      guard outcome == .stuck, jiffies < deadline else {
        return outcome == .finished && !isDone() ? .outOfTime : outcome
      }
      // A clock goes on although nobody looks at it.
      guard let cpu = processors.first(where: \.takesInterrupts) else { return .stuck }
      perform(.tick(cpu: cpu.id))
    }
  }

  /// A thousand ticks.
  private static let longestSettling = 1_000
}
