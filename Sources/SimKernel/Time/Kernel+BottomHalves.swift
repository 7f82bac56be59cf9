/// What an interrupt leaves for later: bottom halves in 2.2 and 2.4, the timers alone from 2.6 on.
/// C: `do_bottom_half` (2.2), `do_softirq`, `bh_action` (2.4), `__do_softirq` (2.6).
extension Kernel {
  /// Asks for a bottom half to be run at the next occasion.
  ///
  /// Any context. C: `mark_bh`.
  func markBottomHalf(_ half: KernelVersion.BottomHalf) {
    if case .timersOnly = version.interrupts.halves { return }
    guard !markedBottomHalves.contains(half) else { return }
    markedBottomHalves.append(half)
  }

  /// Runs what has been marked, unless another processor is at it: then it stays marked.
  ///
  /// Interrupt context, with interrupts on.
  func runBottomHalves() throws(Trap) {
    let own = processor
    own.bottomHalfDepth += 1
    let depth = current.stack.depth
    defer { own.bottomHalfDepth -= 1 }
    for function in version.interrupts.exit { enter(function) }
    if case .timersOnly = version.interrupts.halves {
      try runTimers(timerBases[own.id])
    } else if bottomHalfRunner == nil {
      bottomHalfRunner = own
      defer { bottomHalfRunner = nil }
      for half in takeMarkedBottomHalves() where !isPanicked { try runHalf(half) }
      if !markedBottomHalves.isEmpty { leaveToSoftirqThread() }
    }
    current.stack.unwind(to: depth)
  }

  private func takeMarkedBottomHalves() -> [KernelVersion.BottomHalf] {
    let marked = markedBottomHalves
    markedBottomHalves.removeAll(keepingCapacity: true)
    if case .ascending = version.interrupts.halves {
      return marked.sorted { $0.number < $1.number }
    }
    return marked.reversed()
  }

  private func runHalf(_ half: KernelVersion.BottomHalf) throws(Trap) {
    record(.bottomHalf(half.rawValue))
    let depth = current.stack.depth
    switch half {
    case .timer: try runTimers(timerBases[0])
    case .taskQueue:
      enter(.tqueueBH)
      try run(TaskQueue.timer)
    case .immediate:
      enter(.immediateBH)
      try run(TaskQueue.immediate)
    }
    if !isPanicked { current.stack.unwind(to: depth) }
  }

  private func runTimers(_ base: TimerBase) throws(Trap) {
    let depth = current.stack.depth
    for function in version.interrupts.timers { enter(function) }
    if base.pendingCount == 0 {
      base.clock = jiffies + 1
    } else {
      try version.timers.wheel.expire(base, on: self)
    }
    if !isPanicked { current.stack.unwind(to: depth) }
  }

  /// Hands what a bottom half marked while it ran, or a process marked, to a thread.
  ///
  /// C: `wakeup_softirqd` (2.4); in 2.2 it waits for the next occasion.
  func leaveToSoftirqThread() {
    guard case .newestFirst = version.interrupts.halves else { return }
    let thread = softirqThread ?? startSoftirqThread()
    softirqThread = thread
    if let thread { wakeUpProcess(thread) }
  }

  /// C: `ksoftirqd`.
  private func startSoftirqThread() -> Process? {
    do throws(Errno) {
      return try startThread("ksoftirqd_CPU0") { [unowned self] in
        while !isTornDown {
          if markedBottomHalves.isEmpty { current.state = .interruptible }
          await schedule()
          guard !isTornDown else { break }
          current.state = .running
          processor.interruptDepth += 1
          do throws(Trap) { try runBottomHalves() } catch {
            if case .fault(let fault) = error { dieInInterrupt(fault) }
          }
          processor.interruptDepth -= 1
        }
        return 0
      }
    } catch { return nil }
  }

  /// Waits until no other processor is in a bottom half.
  ///
  /// Process context. C: `synchronize_bh` (2.2, SMP).
  func synchronizeBottomHalves() async {
    await spinPaused(until: { [unowned self] in
      bottomHalfRunner == nil || bottomHalfRunner === processor
    })
  }
}

extension KernelVersion.BottomHalf {
  /// C: `TIMER_BH` and its like, as numbers.
  var number: Int {
    switch self {
    case .timer: 0
    case .taskQueue: 2
    case .immediate: 10
    }
  }
}
