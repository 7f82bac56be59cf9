extension Module {
  /// Sleeps for at least so many milliseconds, whatever signals come.
  ///
  /// Process context. C: `msleep` (from 2.6 on); before, `schedule_timeout`.
  public func msleep(_ milliseconds: Int) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.msleep, "msleep") else { return }
      try await calls.kernel.msleep(milliseconds)
    }
  }

  /// Waits busily for so many milliseconds: nobody else gets this processor, except interrupts.
  ///
  /// Any context. C: `mdelay`.
  public func mdelay(_ milliseconds: Int) {
    guard let calls = KernelCalls(self) else { return }
    calls.kernel.mdelay(milliseconds)
  }

  /// So many milliseconds in ticks, rounded up; a negative number is longer than anybody waits.
  ///
  /// Any context. C: `msecs_to_jiffies` (from 2.6 on).
  public func msecsToJiffies(_ milliseconds: Int) -> Int {
    guard let calls = KernelCalls(self), calls.kernel.has(.helpers, "msecs_to_jiffies") else {
      return 0
    }
    return calls.kernel.ticks(milliseconds: milliseconds)
  }
}

extension Kernel {
  /// So many milliseconds in ticks, rounded up; a negative number is one without a sign to the
  /// kernel, and stands for ever.
  func ticks(milliseconds: Int) -> Int {
    guard (0...Self.forever).contains(milliseconds) else { return Self.longestDelay }
    return min((milliseconds * version.hertz + 999) / 1000, Self.longestDelay)
  }

  /// C: `MAX_JIFFY_OFFSET`.
  private static let longestDelay = forever / 2 - 1

  /// C: `msleep`: one tick more, as the one that is running has begun.
  func msleep(_ milliseconds: Int) async throws(Trap) {
    let depth = current.stack.depth
    enter(.msleep)
    current.sleepingIn = "msleep"
    var left = ticks(milliseconds: milliseconds) + 1
    while left > 0, !isTornDown, !isPanicked {
      left = try await scheduleTimeout(left, .uninterruptible)
    }
    current.stack.unwind(to: depth)
  }

  /// Waits busily: other processors go on, and ticks come, on this one if on no other.
  func mdelay(_ milliseconds: Int) {
    hasWaitedBusily = true
    let end = jiffies + ticks(milliseconds: max(0, milliseconds)) * busyWaitPercent / 100
    while jiffies < end, !isPanicked, !isTornDown, goesOnWaiting() {
      if !spinOnce() { passTick() }
    }
  }

  /// Asks whoever drives the machine, who may let others run beside the one that waits.
  private func goesOnWaiting() -> Bool {
    guard let duringBusyWait else { return true }
    let own = processor
    let wasBusy = own.isBusy
    own.isBusy = true
    defer {
      own.isBusy = wasBusy
      processor = own
    }
    return duringBusyWait()
  }
}
