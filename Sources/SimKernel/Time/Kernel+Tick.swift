/// The timer interrupt. C: `do_timer`, and `update_process_times` from 2.6 on.
extension Kernel {
  /// One tick: time moves first, then the work that waited for it is done, on the stack of whoever
  /// was running.
  ///
  /// Where each processor has its own timers, its interrupt comes at the same time.
  public func timerInterrupt() {
    guard !isPanicked, !isTornDown else { return }
    let own = processor
    stepsSinceTick = 0
    interrupt { () throws(Trap) in try tick() }
    if version.timers.isPerProcessor {
      for other in processors where other !== own && hasDueTimers(other) && !isPanicked {
        guard other.takesInterrupts, other.bottomHalfDepth == 0 else { continue }
        processor = other
        interrupt { () throws(Trap) in }
      }
      processor = own
    }
    watchHungTasks()
  }

  /// Handles an interrupt, then what was left for later, unless the processor is at that already.
  func interrupt(_ handler: () throws(Trap) -> Void) {
    let own = processor
    let stack = current.stack
    let depth = stack.depth
    own.interruptDepth += 1
    do throws(Trap) {
      for function in version.interrupts.entry { enter(function) }
      try handler()
      if own.interruptDepth == 1 { try runBottomHalves() }
    } catch {
      if case .fault(let fault) = error { dieInInterrupt(fault) }
    }
    stack.unwind(to: depth)
    own.interruptDepth -= 1
  }

  private func tick() throws(Trap) {
    enter(.doTimer)
    passTick()
    record(.tick)
    markBottomHalf(.timer)
    if let queue = taskQueues[.timer], try !isTaskQueueEmpty(queue) { markBottomHalf(.taskQueue) }
    current.stack.leave()
  }

  /// Lets a tick's time pass; where no processor takes interrupts, that is all that happens.
  func passTick() {
    noteWrite(.table(.jiffies))
    jiffies += 1
  }

  private func hasDueTimers(_ processor: Processor) -> Bool {
    timerBases[processor.id].pendingCount > 0
  }
}
