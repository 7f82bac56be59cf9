extension SystemCalls {
  /// Sleeps for some ticks of 10 ms.
  ///
  /// C: `nanosleep`.
  public func sleep(ticks: Int) async throws(Errno) {
    try await call(.schedule) { () async throws(Trap) in
      let left = try await kernel.scheduleTimeout(ticks, .interruptible)
      if left > 0, process.hasPendingSignal { throw .errno(.ERESTARTSYS) }
    }
  }

  /// Lets others run first.
  ///
  /// C: `sched_yield`.
  public func yield() async throws(Errno) {
    try await call(.schedule) { () async throws(Trap) in await kernel.schedule() }
  }

  /// Waits until a child has ended, and takes it out of the table.
  ///
  /// C: `waitpid`.
  ///
  /// - Throws: `ECHILD` where there is no such child.
  /// - Returns: How it ended: the exit status times 256, or the number of the signal.
  public func wait(for pid: Int) async throws(Errno) -> Int {
    try await call(.schedule) { () async throws(Trap) in
      let child = try await endedChild(pid)
      kernel.reap(child)
      return child.exitStatus ?? 0
    }
  }

  /// Waits until a child has ended, and leaves it in the table.
  ///
  /// - Throws: `ECHILD` where there is no such child.
  public func waitUntilEnded(_ pid: Int) async throws(Errno) {
    try await call(.schedule) { () async throws(Trap) in _ = try await endedChild(pid) }
  }

  private func endedChild(_ pid: Int) async throws(Trap) -> Process {
    guard let child = kernel.processes[pid], child.parentPID == process.pid else {
      throw .errno(.ECHILD)
    }
    while child.exitStatus == nil {
      process.state = .interruptible
      process.sleepingIn = "wait4"
      await kernel.schedule()
      if kernel.isTornDown { throw .errno(.machineIsGone) }
      if process.hasPendingSignal { throw .errno(.ERESTARTSYS) }
    }
    return child
  }

  /// Sleeps until a signal comes.
  ///
  /// C: `pause`.
  public func pause() async throws(Errno) {
    try await call(.schedule) { () async throws(Trap) in
      process.state = .interruptible
      process.sleepingIn = "pause"
      await kernel.schedule()
      if kernel.isTornDown { throw .errno(.machineIsGone) }
    }
  }

  /// Sends a signal.
  ///
  /// C: `kill`.
  ///
  /// - Throws: `EINVAL` where there is no such signal, `ESRCH` where there is no such process,
  ///   `EPERM` where it is somebody else's.
  public func kill(_ pid: Int, _ signal: Int) async throws(Errno) {
    try await call(.schedule) { () async throws(Trap) in
      guard signal == 0 || Signal.numbers.contains(signal) else { throw .errno(.EINVAL) }
      guard let target = kernel.processes[pid] else {
        throw .errno(.ESRCH)
      }
      guard process.userID == 0 || process.userID == target.userID else { throw .errno(.EPERM) }
      do throws(Errno) { try kernel.sendSignal(signal, to: target) } catch { throw .errno(error) }
    }
  }

  /// Makes the process another user's.
  ///
  /// C: `setuid`.
  ///
  /// - Throws: `EPERM` where the process is not root's and the user is another one.
  public func setUserID(_ userID: Int) async throws(Errno) {
    try await call(.schedule) { () async throws(Trap) in
      guard process.userID == 0 || process.userID == userID else { throw .errno(.EPERM) }
      process.userID = userID
    }
  }
}
