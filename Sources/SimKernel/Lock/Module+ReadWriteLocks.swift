extension Module {
  /// Takes a lock to read, and waits for it where somebody writes.
  ///
  /// Any context; whoever has it must not sleep. C: `read_lock`.
  public func readLock(_ lock: ReadWriteLock) {
    withLock(lock) { kernel, address throws(Trap) in try kernel.readLock(address) }
  }

  /// Lets go of a lock that was taken to read.
  ///
  /// Any context. C: `read_unlock`.
  public func readUnlock(_ lock: ReadWriteLock) {
    withLock(lock) { kernel, address throws(Trap) in try kernel.readUnlock(address) }
  }

  /// Takes a lock to write, and waits for it where anybody has it.
  ///
  /// Any context; whoever has it must not sleep. C: `write_lock`.
  public func writeLock(_ lock: ReadWriteLock) {
    withLock(lock) { kernel, address throws(Trap) in try kernel.writeLock(address) }
  }

  /// Lets go of a lock that was taken to write.
  ///
  /// Any context. C: `write_unlock`.
  public func writeUnlock(_ lock: ReadWriteLock) {
    withLock(lock) { kernel, address throws(Trap) in try kernel.writeUnlock(address) }
  }

  /// Takes a lock to read, and keeps interrupts off this processor.
  ///
  /// Any context. C: `read_lock_irqsave`.
  public func readLockIrqsave(_ lock: ReadWriteLock) {
    keepInterruptsOff()
    readLock(lock)
  }

  /// Lets go of a lock that was taken to read, and lets interrupts in again as before.
  ///
  /// Any context. C: `read_unlock_irqrestore`.
  public func readUnlockIrqrestore(_ lock: ReadWriteLock) {
    readUnlock(lock)
    letInterruptsIn()
  }

  /// Takes a lock to write, and keeps interrupts off this processor.
  ///
  /// Any context. C: `write_lock_irqsave`.
  public func writeLockIrqsave(_ lock: ReadWriteLock) {
    keepInterruptsOff()
    writeLock(lock)
  }

  /// Lets go of a lock that was taken to write, and lets interrupts in again as before.
  ///
  /// Any context. C: `write_unlock_irqrestore`.
  public func writeUnlockIrqrestore(_ lock: ReadWriteLock) {
    writeUnlock(lock)
    letInterruptsIn()
  }

  private func keepInterruptsOff() {
    KernelCalls(self)?.kernel.processor.interruptsDisabled += 1
  }

  private func letInterruptsIn() {
    guard let processor = KernelCalls(self)?.kernel.processor else { return }
    processor.interruptsDisabled = max(0, processor.interruptsDisabled - 1)
  }

  private func withLock(
    _ lock: ReadWriteLock, _ body: (Kernel, Address) throws(Trap) -> Void
  ) {
    guard let calls = KernelCalls(self) else { return }
    let address = calls.kernel.place(lock, in: calls.module)
    _ = calls.now { () throws(Trap) in try body(calls.kernel, address) }
  }
}
