extension Module {
  /// Takes one from a semaphore, and sleeps while there is none.
  ///
  /// Process context. C: `down`.
  public func down(_ semaphore: Semaphore) async {
    await withCount(semaphore, .down)
  }

  /// Takes one from a semaphore, and sleeps while there is none, or until a signal comes.
  ///
  /// Process context. C: `down_interruptible`.
  /// - Throws: `EINTR` where a signal came.
  public func downInterruptible(_ semaphore: Semaphore) async throws(Errno) {
    var isSignalled = false
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      let address = calls.kernel.place(semaphore, in: calls.module)
      do throws(Trap) {
        try await calls.kernel.down(address, .interruptible, in: .downInterruptible)
      } catch {
        guard case .errno(.EINTR) = error else { throw error }
        isSignalled = true
      }
    }
    if isSignalled { throw .EINTR }
  }

  /// Gives one back to a semaphore, and wakes one who waits for it.
  ///
  /// Any context. C: `up`.
  public func up(_ semaphore: Semaphore) { giveBack(semaphore) }

  /// Takes a mutex, and sleeps while somebody else has it.
  ///
  /// Process context. C: `mutex_lock` (from 2.6 on).
  public func mutexLock(_ mutex: KernelMutex) async {
    guard KernelCalls(self)?.kernel.has(.mutexes, "mutex_lock") ?? true else { return }
    KernelCalls(self)?.kernel.mightSleep(file: "kernel/locking/mutex.c", line: 580)
    await withCount(mutex, .mutexLock)
  }

  /// Lets go of a mutex.
  ///
  /// Process context. C: `mutex_unlock` (from 2.6 on).
  public func mutexUnlock(_ mutex: KernelMutex) {
    guard KernelCalls(self)?.kernel.has(.mutexes, "mutex_unlock") ?? true else { return }
    giveBack(mutex)
  }

  /// Says that something has happened, and wakes one who waits for it.
  ///
  /// Any context. C: `complete` (from 2.4 on).
  public func complete(_ completion: Completion) {
    guard KernelCalls(self)?.kernel.has(.waitEvent, "complete") ?? true else { return }
    giveBack(completion)
  }

  /// Sleeps until something has happened.
  ///
  /// Process context. C: `wait_for_completion` (from 2.4 on).
  public func waitForCompletion(_ completion: Completion) async {
    guard KernelCalls(self)?.kernel.has(.waitEvent, "wait_for_completion") ?? true else { return }
    await withCount(completion, .waitForCompletion)
  }

  /// Takes the big kernel lock: whoever sleeps lets go of it until it runs again.
  ///
  /// Process context. C: `lock_kernel` (2.2 to 2.6).
  public func lockKernel() async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.bigKernelLock, "lock_kernel") else { return }
      await calls.kernel.lockKernel()
    }
  }

  /// Lets go of the big kernel lock.
  ///
  /// Process context. C: `unlock_kernel` (2.2 to 2.6).
  public func unlockKernel() {
    guard let calls = KernelCalls(self), calls.kernel.has(.bigKernelLock, "unlock_kernel")
    else { return }
    calls.kernel.unlockKernel()
  }

  /// Says that from now on something is read that others may free; one must not sleep until
  /// ``rcuReadUnlock()``.
  ///
  /// Any context. C: `rcu_read_lock` (from 2.6 on).
  public func rcuReadLock() {
    guard let calls = KernelCalls(self), calls.kernel.has(.mutexes, "rcu_read_lock") else { return }
    calls.kernel.current.rcuDepth += 1
  }

  /// Says that it is no longer read.
  ///
  /// Any context. C: `rcu_read_unlock` (from 2.6 on).
  public func rcuReadUnlock() {
    guard let calls = KernelCalls(self), calls.kernel.has(.mutexes, "rcu_read_unlock")
    else { return }
    calls.kernel.current.rcuDepth = max(0, calls.kernel.current.rcuDepth - 1)
  }

  /// Runs code that may sleep in a handler that must not, as C's compiler lets one do: a mistake on
  /// purpose.
  ///
  /// Any context. C: `schedule` in a handler.
  ///
  /// Where the code does sleep, the kernel says what it says of that, and 2.2 and 2.4 die of it.
  public func sleepAnyway(_ body: @escaping () async -> Void) {
    guard let calls = KernelCalls(self) else { return }
    calls.kernel.runInPlace(body)
  }

  private func withCount(_ structure: ModuleStructure, _ symbol: KernelFunction) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      let address = calls.kernel.place(structure, in: calls.module)
      try await calls.kernel.down(address, in: symbol)
    }
  }

  private func giveBack(_ structure: ModuleStructure) {
    guard let calls = KernelCalls(self) else { return }
    let address = calls.kernel.place(structure, in: calls.module)
    _ = calls.now { () throws(Trap) in try calls.kernel.up(address) }
  }
}
