/// What the kernel says to somebody who sleeps where nobody may. C: `schedule_debug`,
/// `__might_sleep`.
extension Kernel {
  /// Whether spin locks and the like are counted.
  ///
  /// C: `CONFIG_PREEMPT_COUNT`.
  var countsPreemption: Bool {
    version.facilities.contains(.preemptCount)
      && (version.configuration.countsPreemption || mode.isPreemptible)
  }

  /// Forbids preemption, or allows it again.
  ///
  /// C: `preempt_disable`, `preempt_enable`.
  func changePreemptCount(by change: Int) {
    if countsPreemption { processor.preemptCount += change }
  }

  /// What holds preemption off: 1 for each lock, and bits for interrupts.
  ///
  /// C: `preempt_count`.
  var preemptCount: UInt32 {
    let interrupts = processor.interruptDepth - processor.bottomHalfDepth
    let count = processor.preemptCount + (countsPreemption && current === processor.idle ? 1 : 0)
    return UInt32(truncatingIfNeeded: count) &+ UInt32(processor.bottomHalfDepth) << 8
      &+ UInt32(max(0, interrupts - processor.bottomHalfDepth)) << 16
  }

  /// Looks whether the processor may be given up here; false where it is not.
  ///
  /// In an interrupt 2.2 follows a null pointer on purpose, and 2.4 stops at a `BUG()`; from 2.6 on
  /// the kernel complains, and goes on.
  func checkContextOfScheduling() -> Bool {
    guard !isTornDown, !isPanicked else { return !isInInterrupt }
    if current.rcuDepth > 0, !isInInterrupt { reportSwitchWhileReading() }
    guard isInInterrupt || (countsPreemption && processor.preemptCount != 0) else { return true }
    do throws(Trap) {
      enter(.schedule)
      let own: UInt32 = countsPreemption ? 1 : 0
      let isSaid = try scheduleInWrongContext(
        preemptCount: UInt64(preemptCount &+ own), expected: UInt64(own))
      current.stack.leave()
      guard isSaid else { return true }
    } catch {
      if case .fault(let fault) = error { dieInInterrupt(fault) }
      current.stack.leave()
      return false
    }
    processor.preemptCount = 0
    guard isInInterrupt else { return true }
    processor.hasLostCount = true
    goOnInInterrupt()
    return false
  }

  /// Somebody else would run now; the interrupt goes on when its turn comes again.
  private func goOnInInterrupt() {
    if current === processor.idle { complainOfSleepingIdleTask() }
    current.state = .running
    passInInterrupt(until: jiffies + 1)
  }

  /// Lets time pass where an interrupt has gone to sleep.
  func passInInterrupt(until time: Int) {
    while jiffies < time, !isPanicked, spinOnce() {}
    while jiffies < time, !isPanicked { passTick() }
  }

  /// C: `rcu_note_context_switch` (6.1, with preemptible RCU).
  private func reportSwitchWhileReading() {
    guard countsPreemption, !current.hasWarnedOfRCU else { return }
    current.hasWarnedOfRCU = true
    let depth = current.stack.depth
    enter([.schedule, .innerSchedule, .rcuNoteContextSwitch])
    warn(
      "Voluntary context switch within RCU read-side critical section!\n",
      file: "kernel/rcu/tree_plugin.h", line: 320)
    current.stack.unwind(to: depth)
  }

  /// Says that a function which may sleep was called where nobody may, if the kernel was built to.
  ///
  /// C: `might_sleep` with `CONFIG_DEBUG_ATOMIC_SLEEP`.
  func mightSleep(file: String, line: Int) {
    guard version.configuration.reportsAtomicSleep, !isPanicked,
      isInInterrupt || processor.preemptCount != 0 || current.rcuDepth > 0
    else { return }
    complainOfSleepingCall(
      file: file, line: line, preemptCount: UInt64(preemptCount), rcuDepth: current.rcuDepth)
  }

  /// What a callback left of the preemption count, said and put right.
  ///
  /// C: `call_timer_fn` (6.1), `run_workqueue` (2.6).
  func checkCount(before: Int, after text: (String) -> String) {
    let isLost = processor.hasLostCount
    guard countsPreemption, processor.preemptCount != before || isLost else { return }
    processor.hasLostCount = false
    let now = isLost ? 0 : preemptCount
    processor.preemptCount = before
    let change = "\(hex8(preemptCount)) -> \(hex8(now))"
    warn(text(change) + "\n", file: "kernel/time/timer.c", line: 1707)
  }

  private func hex8(_ value: UInt32) -> String { SimKernel.hexadecimal(UInt64(value), digits: 8) }

  /// What 2.2 does before it picks somebody: bottom halves, and the tasks on `tq_scheduler`.
  nonisolated(nonsending) func runBeforeSwitch(_ process: Process) async {
    let depth = process.stack.depth
    do throws(Trap) {
      if !markedBottomHalves.isEmpty {
        interruptForBottomHalves()
      }
      if let queue = taskQueues[.scheduler], try !isTaskQueueEmpty(queue) { try run(.scheduler) }
      process.stack.unwind(to: depth)
    } catch {
      if case .fault(let fault) = error { await die(fault) }
    }
  }

  private func interruptForBottomHalves() {
    processor.interruptDepth += 1
    defer { processor.interruptDepth -= 1 }
    do throws(Trap) { try runBottomHalves() } catch {
      if case .fault(let fault) = error { dieInInterrupt(fault) }
    }
  }
}
