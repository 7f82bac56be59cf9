/// What may happen next, by the machine's mode, and who decides it.
extension Kernel {
  /// How often processes may run within one tick before the tick comes anyway.
  private static let stepsPerTick = 1_000

  /// Whether so much has happened within a tick that the next one is overdue.
  var isSliceOver: Bool { stepsSinceTick > Self.stepsPerTick }

  /// What happens next; nil where nothing can.
  func nextChoice() -> ScheduleChoice? {
    // A process that only yields would keep time from passing: its slice ends as on a real machine.
    let isSliceOver = isSliceOver
    if !isExplored, pausedCount == 0 { return linuxChoice(isSliceOver) }
    var choices = self.choices()
    if isSliceOver, let tick = choices.last, case .tick = tick { choices = [tick] }
    guard !choices.isEmpty else { return nil }
    let index = policy.next(among: choices, at: jiffies)
    return choices[choices.indices.contains(index) ? index : 0]
  }

  /// Linux's own choice where nobody has paused, without listing the others.
  private func linuxChoice(_ isSliceOver: Bool) -> ScheduleChoice? {
    let free = processors.first { $0.current === $0.idle && !$0.isBusy }
    if !isSliceOver, let free, let process = runQueue.first {
      return .run(pid: process.pid, cpu: free.id)
    }
    guard runQueue.first != nil || hasWorkAtTick else { return nil }
    return processors.first(where: \.takesInterrupts).map { .tick(cpu: $0.id) }
  }

  /// Everything that may happen next, Linux's own order first.
  ///
  /// Processors that do nothing are alike: only the first of them is offered work.
  func choices() -> [ScheduleChoice] {
    var choices: [ScheduleChoice] = []
    var ticks: [ScheduleChoice] = []
    var hasOfferedIdle = false
    for processor in processors {
      let isIdle = processor.current === processor.idle && !processor.isBusy
      let position = position(of: processor)
      // Whoever was interrupted goes on when the interrupt has been handled.
      let isInterrupted = processor.isBusy || processor.interruptDepth > 0
      if processor.current.isPaused, !isInterrupted, processor.current.canGoOn {
        choices.append(.run(pid: processor.current.pid, cpu: processor.id))
      }
      let isOffered =
        isIdle ? !hasOfferedIdle : !processor.isBusy && mode.allows(.switched, after: position)
      if isOffered {
        choices += runQueue.inOrder.filter(\.canGoOn).map { .run(pid: $0.pid, cpu: processor.id) }
      }
      if processor.takesInterrupts, mode.allows(.interrupt, after: position),
        !isIdle || !hasOfferedIdle
      {
        ticks.append(.tick(cpu: processor.id))
      }
      if isIdle { hasOfferedIdle = true }
    }
    if !choices.isEmpty || hasWorkAtTick || pausedCount > 0 { choices += ticks }
    return choices
  }

  /// Whether an interrupt would find something to do.
  var hasWorkAtTick: Bool {
    hasTimers || hasQueuedTasks || !markedBottomHalves.isEmpty
  }

  /// Whether anything waits for a time to come.
  private var hasTimers: Bool { timerBases.contains { $0.pendingCount > 0 } }

  /// Where whoever has a processor has got to.
  func position(of processor: Processor) -> SchedulingMode.Position {
    if processor.interruptDepth > 0 { return .interrupt }
    if processor.interruptsDisabled > 0 { return .interruptsOff }
    if processor.current === processor.idle { return .relinquished }
    if processor.current.isInUserMode { return .relinquished }
    return processor.preemptCount > 0 ? .atomic : .kernel
  }
}
