extension Module {
  /// Arms a timer for a time, in ticks since boot.
  ///
  /// Any context. C: `timer->expires = expires; add_timer(timer)`.
  ///
  /// A timer that is armed already must not be armed again: 2.2 does not notice and loses its list,
  /// 2.4 says so and does nothing, 2.6 and 6.1 stop at a `BUG()`.
  public func addTimer(_ timer: KernelTimer, expires: Int) {
    _ = withTimer(timer) { kernel, address throws(Trap) in
      try kernel.storeWord(
        address + kernel.version.timers.expires, UInt64(bitPattern: Int64(expires)))
      try kernel.addTimer(address)
      return true
    }
  }

  /// Arms a timer for a time, whether or not it is armed.
  ///
  /// Any context. C: `mod_timer`.
  /// - Returns: Whether it was armed.
  @discardableResult
  public func modTimer(_ timer: KernelTimer, expires: Int) -> Bool {
    withTimer(timer) { kernel, address throws(Trap) in
      try kernel.modTimer(address, expires: expires)
    }
  }

  /// Disarms a timer; a handler that runs on another processor goes on, and may still be in this
  /// module's code when the module goes.
  ///
  /// Any context. C: `del_timer`.
  /// - Returns: Whether it was armed.
  @discardableResult
  public func delTimer(_ timer: KernelTimer) -> Bool {
    withTimer(timer) { kernel, address throws(Trap) in try kernel.delTimer(address) }
  }

  /// Disarms a timer, and waits until its handler has returned.
  ///
  /// Process context. C: `del_timer_sync` (from 2.4 on).
  /// - Returns: How often it was armed: in 2.4 more than once where the handler arms it again.
  @discardableResult
  public func delTimerSync(_ timer: KernelTimer) async -> Int {
    var count = 0
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.delTimerSync, "del_timer_sync") else { return }
      let address = calls.kernel.place(timer, in: calls.module)
      count = try await calls.kernel.delTimerSync(address)
    }
    return count
  }

  /// Whether a timer is armed.
  ///
  /// Any context. C: `timer_pending`.
  public func timerPending(_ timer: KernelTimer) -> Bool {
    withTimer(timer) { kernel, address throws(Trap) in try kernel.isPending(address) }
  }

  private func withTimer(
    _ timer: KernelTimer, _ body: (Kernel, Address) throws(Trap) -> Bool
  ) -> Bool {
    guard let calls = KernelCalls(self) else { return false }
    let address = calls.kernel.place(timer, in: calls.module)
    let result = calls.now { () throws(Trap) in try body(calls.kernel, address) }
    guard case .success(let answer) = result else { return false }
    return answer
  }
}
