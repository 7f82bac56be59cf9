/// Spin locks. C: `include/asm-i386/spinlock.h`, `kernel/locking/spinlock.c`.
extension Kernel {
  /// Whether a spin lock is more than a word that nobody looks at: on one processor it only forbids
  /// preemption, unless the kernel was built for several.
  var hasSpinLocks: Bool {
    processors.count > 1 || version.facilities.contains(.builtForManyProcessors)
  }

  /// Takes a lock, and waits for it where somebody has it: for ever, where that is the same
  /// processor.
  ///
  /// Any context. C: `spin_lock`.
  func spinLock(_ lock: Address) throws(Trap) {
    changePreemptCount(by: 1)
    guard hasSpinLocks else { return }
    if try load32(lock) != 0 {
      spin(until: { memory.load32(lock) ?? 0 == 0 })
      if isPanicked || isTornDown { return }
    }
    try store32(lock, 1)
    stepInPlace("spin_lock: taken")
  }

  /// Lets go of a lock; nobody notices where it was not held.
  ///
  /// Any context. C: `spin_unlock`.
  func spinUnlock(_ lock: Address) throws(Trap) {
    if hasSpinLocks { try store32(lock, 0) }
    changePreemptCount(by: -1)
    stepInPlace("spin_unlock: let go")
  }
}

extension Module {
  /// Takes a lock, and waits for it where somebody has it.
  ///
  /// Any context; whoever has it must not sleep. C: `spin_lock`.
  public func spinLock(_ lock: SpinLock) {
    withLock(lock) { kernel, address throws(Trap) in try kernel.spinLock(address) }
  }

  /// Lets go of a lock.
  ///
  /// Any context. C: `spin_unlock`.
  public func spinUnlock(_ lock: SpinLock) {
    withLock(lock) { kernel, address throws(Trap) in try kernel.spinUnlock(address) }
  }

  /// Takes a lock, and keeps interrupts off this processor.
  ///
  /// Any context. C: `spin_lock_irqsave`.
  public func spinLockIrqsave(_ lock: SpinLock) {
    guard let calls = KernelCalls(self) else { return }
    calls.kernel.processor.interruptsDisabled += 1
    spinLock(lock)
  }

  /// Lets go of a lock, and lets interrupts in again as before.
  ///
  /// Any context. C: `spin_unlock_irqrestore`.
  public func spinUnlockIrqrestore(_ lock: SpinLock) {
    guard let calls = KernelCalls(self) else { return }
    spinUnlock(lock)
    let processor = calls.kernel.processor
    processor.interruptsDisabled = max(0, processor.interruptsDisabled - 1)
  }

  private func withLock(
    _ lock: SpinLock, _ body: (Kernel, Address) throws(Trap) -> Void
  ) {
    guard let calls = KernelCalls(self) else { return }
    let address = calls.kernel.place(lock, in: calls.module)
    _ = calls.now { () throws(Trap) in try body(calls.kernel, address) }
  }
}
