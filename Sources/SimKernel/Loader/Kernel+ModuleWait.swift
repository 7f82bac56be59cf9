/// Waiting for a module to come or to go. C: `module_wq` of 6.1.
extension Kernel {
  /// Sleeps until a condition holds, which is tested whenever a module has come or gone.
  ///
  /// Process context. C: `wait_event_interruptible_timeout`.
  ///
  /// - Parameters:
  ///   - ticks: How long at the most; nil for ever.
  ///   - condition: Tested before each sleep.
  /// - Throws: `ERESTARTSYS` where a signal comes, and what the condition throws.
  /// - Returns: Whether it holds; false where the time ran out.
  func waitForModule(
    ticks: Int? = nil, until condition: () throws(Trap) -> Bool
  ) async throws(Trap) -> Bool {
    let process = current
    let deadline = ticks.map { jiffies + $0 }
    while try !condition() {
      if isTornDown { throw .errno(.machineIsGone) }
      if process.hasPendingSignal { throw .errno(.ERESTARTSYS) }
      if let deadline, jiffies >= deadline { return false }
      loading.waiters.append(process)
      try await sleepUntilModule(deadline, process)
      loading.waiters.removeAll { $0 === process }
    }
    return true
  }

  private func sleepUntilModule(_ deadline: Int?, _ process: Process) async throws(Trap) {
    if let deadline {
      _ = try await scheduleTimeout(deadline - jiffies, .interruptible)
    } else {
      process.state = .interruptible
      process.sleepingIn = process.stack.current?.name
      await schedule()
    }
  }

  /// Wakes everybody who waits for a module.
  ///
  /// C: `wake_up_all(&module_wq)`.
  func wakeModuleWaiters() {
    for process in loading.waiters { wakeUpProcess(process) }
  }
}
