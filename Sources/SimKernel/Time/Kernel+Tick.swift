/// The timer interrupt and what it triggers. C: `do_timer`, `do_softirq`, `timer_bh`, `tqueue_bh`.
extension Kernel {
  /// One tick: time moves first, then the work that waited for it is done, on the stack of whoever
  /// was running.
  public func timerInterrupt() {
    guard !isPanicked else { return }
    let stack = current.stack
    processor.interruptDepth += 1
    stepsSinceTick = 0
    enter(.doIRQ)
    do throws(Trap) {
      try tick()
      try runBottomHalves()
    } catch {
      if case .fault(let fault) = error { dieInInterrupt(fault) }
    }
    stack.leave()
    processor.interruptDepth -= 1
  }

  /// Whether anything waits for a time to come.
  var hasTimers: Bool { !timers.isEmpty }

  private func tick() throws(Trap) {
    enter(.doTimer)
    jiffies += 1
    record(.tick)
    markedBottomHalves.insert(.timer)
    if let queue = taskQueues[.timer], try !isListEmpty(queue) {
      markedBottomHalves.insert(.taskQueue)
    }
    current.stack.leave()
  }

  private func runBottomHalves() throws(Trap) {
    enter(.doSoftirq)
    enter(.taskletHiAction)
    enter(.bhAction)
    for half in version.bottomHalfOrder where markedBottomHalves.remove(half) != nil {
      record(.bottomHalf(half.rawValue))
      switch half {
      case .timer: runTimers()
      case .taskQueue:
        enter(.tqueueBH)
        try run(.timer)
        current.stack.leave()
      }
      if isPanicked { return }
    }
    for _ in 0..<3 { current.stack.leave() }
  }

  private func runTimers() {
    enter(.timerBH)
    while let timer = timers.popDue(at: jiffies) { wakeUpProcess(timer.process) }
    current.stack.leave()
  }

  /// Puts the current process to sleep for some ticks.
  ///
  /// Process context. C: `schedule_timeout`.
  ///
  /// - Returns: The ticks that were left when something else woke it; 0 where the time ran out, or
  ///   was negative.
  func scheduleTimeout(_ ticks: Int, _ state: Process.State) async -> Int {
    let process = current
    enter(.scheduleTimeout)
    defer { process.stack.leave() }
    guard ticks >= 0 else { return refuseTimeout(ticks) }
    process.state = state
    process.sleepingIn = "schedule_timeout"
    let expires = ticks < Self.forever ? jiffies + ticks : nil
    let timer = expires.map { timers.add(process, expires: $0) }
    record(.slept(in: "schedule_timeout", interruptible: state == .interruptible))
    if state == .interruptible, process.hasPendingSignal { process.state = .running }
    await schedule()
    if let timer { timers.remove(timer) }
    return expires.map { max(0, $0 - jiffies) } ?? Self.forever
  }

  /// As many ticks mean that no time is too long.
  ///
  /// C: `MAX_SCHEDULE_TIMEOUT`.
  private static let forever = Int(Int32.max)

  private func refuseTimeout(_ ticks: Int) -> Int {
    let value = version.architecture.hexadecimal(UInt64(bitPattern: Int64(ticks)))
    printk(
      "schedule_timeout: wrong timeout value \(value) from \(current.stack.returnAddress)\n", .error
    )
    current.state = .running
    return 0
  }
}
