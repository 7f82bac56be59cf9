/// A lock of the kernel's own that is waited for asleep.
///
/// C: `struct mutex`, `struct semaphore` with a count of 1.
///
/// A process that dies with it keeps it for ever.
final class SleepLock {
  /// Who has it.
  @Footprinted(.loading) fileprivate(set) var holder: Process? = nil
  /// Who waits for it, longest first.
  @Footprinted(.loading) fileprivate var waiters: [Process] = []

  /// Whether a process sleeps until it is free.
  func isAwaited(by process: Process) -> Bool { waiters.contains { $0 === process } }
}

extension Kernel {
  /// Takes a lock, and sleeps until it is free.
  ///
  /// Process context. C: `mutex_lock`.
  func lock(_ lock: SleepLock) async { _ = await take(lock, .uninterruptible) }

  /// Takes a lock, and sleeps until it is free or a signal comes.
  ///
  /// Process context. C: `mutex_lock_interruptible`. Throws `EINTR`.
  func lockInterruptibly(_ lock: SleepLock) async throws(Trap) {
    guard await take(lock, .interruptible) else { throw .errno(.EINTR) }
  }

  /// Gives a lock back, and wakes who has waited longest.
  ///
  /// C: `mutex_unlock`.
  func unlock(_ lock: SleepLock) {
    lock.holder = nil
    if let next = lock.waiters.first { wakeUpProcess(next) }
  }

  private func take(_ lock: SleepLock, _ state: Process.State) async -> Bool {
    let process = current
    while lock.holder != nil, !isTornDown {
      if state == .interruptible, process.hasPendingSignal { return false }
      process.state = state
      process.sleepingIn = process.stack.current?.name
      lock.waiters.append(process)
      await schedule()
      lock.waiters.removeAll { $0 === process }
    }
    lock.holder = process
    return true
  }
}
