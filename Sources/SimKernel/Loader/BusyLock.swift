/// A lock of the kernel's own that is waited for busily, with preemption forbidden while it is held.
///
/// C: `spinlock_t`. With one processor there is nobody to wait for: only preemption is forbidden.
final class BusyLock {
  @Footprinted(.loading) fileprivate(set) var isHeld = false
}

extension Kernel {
  /// Takes a lock in code that cannot be suspended.
  ///
  /// Any context. C: `spin_lock`. Nothing may come between until it is given back.
  func lock(_ lock: BusyLock) {
    processor.preemptCount += 1
    if lock.isHeld { spin(until: { !lock.isHeld }) }
    lock.isHeld = processors.count > 1
  }

  /// Takes a lock in a system call, whose steps others may come between while it is held.
  ///
  /// Process context. C: `spin_lock`.
  nonisolated(nonsending) func lockPaused(_ lock: BusyLock) async {
    processor.preemptCount += 1
    if lock.isHeld { await spinPaused(until: { !lock.isHeld }) }
    lock.isHeld = processors.count > 1
  }

  /// Gives a lock back.
  ///
  /// C: `spin_unlock`.
  func unlock(_ lock: BusyLock) {
    lock.isHeld = false
    processor.preemptCount -= 1
  }
}
