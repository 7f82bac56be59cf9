/// Taking and dropping the kernel's own locks. C: `read_lock`, `write_lock`, `mutex_lock`.
extension Kernel {
  /// Takes a lock, and waits for it as its kind says.
  ///
  /// Process context, may sleep where the lock's kind says so. A process that sleeps is shown by
  /// `ps` in the function `place`. With `shared` it will only read, and others may too.
  nonisolated(nonsending) func lock(
    _ lock: KernelLock, in place: KernelFunction, shared: Bool = false
  ) async throws(Trap) {
    guard isContended(lock) else { return }
    let process = current
    while !lock.admits(shared: shared) {
      if lock.kind == .spinning {
        await spinPaused(until: { lock.admits(shared: shared) })
      } else {
        await sleep(for: lock, in: place)
      }
      if isTornDown { throw .errno(.machineIsGone) }
    }
    lock.take(process, shared: shared)
  }

  /// Lets go of a lock.
  ///
  /// Any context.
  func unlock(_ lock: KernelLock) {
    guard isContended(lock) else { return }
    lock.drop(current)
    handOn(lock)
  }

  /// Does what was postponed while nobody has the lock, then wakes who has waited longest.
  private func handOn(_ lock: KernelLock) {
    while let (process, change) = lock.nextPostponed() {
      lock.take(process, shared: false)
      change()
      lock.drop(process)
    }
    if lock.holders.isEmpty, !lock.waiters.isEmpty { wakeUpProcess(lock.waiters.removeFirst()) }
  }

  /// Changes what a lock guards, from a call that cannot be suspended.
  ///
  /// Process context. Where somebody has the lock, the change is made when that one lets go of it,
  /// and the caller waits at its next chance: at the latest before its function returns.
  func change(
    under lock: KernelLock, _ change: @escaping () throws(Trap) -> Void
  ) throws(Trap) {
    guard isContended(lock) else { return try change() }
    guard !lock.admits() else {
      lock.take(current, shared: false)
      do throws(Trap) { try change() } catch {
        if case .errno = error { unlock(lock) }
        throw error
      }
      return unlock(lock)
    }
    if lock.kind == .spinning, lock.isAbandoned { return spin(until: { false }) }
    // Nobody is there to die of what faults then: the caller is still where it was.
    lock.postpone(for: current) { _ = try? change() }
    current.awaitedLock = lock
  }

  /// Ends a call that would have to wait for a lock whose holder has died: its process waits for
  /// ever, and what the call returns is never seen.
  func refuseIfAbandoned(_ lock: KernelLock) throws(Trap) {
    guard isContended(lock), lock.isAbandoned else { return }
    try change(under: lock) { () throws(Trap) in }
    throw .errno(.EBUSY)
  }

  /// Waits for what a call of the current process should have waited for, and could not.
  ///
  /// Process context, may sleep.
  nonisolated(nonsending) func settle() async throws(Trap) {
    if current.awaitedLock != nil { await waitForAwaitedLock() }
    if !current.entriesToRunDown.isEmpty { try await runDownEntries() }
  }

  private func runDownEntries() async throws(Trap) {
    let process = current
    while let entry = process.entriesToRunDown.popLast(), !isTornDown {
      try await runDown(entry)
    }
  }

  private nonisolated(nonsending) func waitForAwaitedLock() async {
    let process = current
    while let lock = process.awaitedLock, !isTornDown {
      if lock.admits() {
        process.awaitedLock = nil
        // It was woken in its turn, and leaves the lock to the next one.
        handOn(lock)
      } else if lock.kind == .spinning {
        await spinPaused(until: { lock.admits() })
      } else {
        await sleep(for: lock, in: .unregisterChrdev)
      }
    }
  }

  /// A lock for which one waits busily is nothing at all where there is only one processor that
  /// nobody can be taken from.
  private func isContended(_ lock: KernelLock) -> Bool {
    switch lock.kind {
    case .none: false
    case .spinning: mode.processors > 1 || mode.isPreemptible
    case .sleeping: true
    }
  }

  private nonisolated(nonsending) func sleep(for lock: KernelLock, in place: KernelFunction) async {
    let process = current
    let name = version.text[place].name
    process.state = .uninterruptible
    process.sleepingIn = name
    lock.waiters.append(process)
    record(.slept(in: name, interruptible: false))
    await schedule()
    lock.waiters.removeAll { $0 === process }
  }
}
