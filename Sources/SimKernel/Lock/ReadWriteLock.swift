/// A lock for code that must not sleep, which many may have who only read.
///
/// C: `rwlock_t`.
public final class ReadWriteLock: ModuleStructure {
  /// Creates a lock that nobody has.
  ///
  /// C: `RW_LOCK_UNLOCKED`, `DEFINE_RWLOCK`.
  public override init() { super.init() }

  override func byteCount(on version: KernelVersion) -> Int { 4 }
}

/// How many read under such a lock: a word.
extension Kernel {
  private static let writing = UInt32.max

  /// Takes a lock to read, and waits for it where somebody writes.
  ///
  /// Any context. C: `read_lock`.
  func readLock(_ lock: Address) throws(Trap) {
    changePreemptCount(by: 1)
    guard hasSpinLocks else { return }
    if try load32(lock) == Self.writing {
      spin(until: { memory.load32(lock) != Self.writing })
      if isPanicked || isTornDown { return }
    }
    try store32(lock, try load32(lock) &+ 1)
    stepInPlace("read_lock: taken")
  }

  /// Lets go of a lock that was taken to read.
  ///
  /// Any context. C: `read_unlock`.
  func readUnlock(_ lock: Address) throws(Trap) {
    if hasSpinLocks { try store32(lock, try load32(lock) &- 1) }
    changePreemptCount(by: -1)
    stepInPlace("read_unlock: let go")
  }

  /// Takes a lock to write, and waits for it where anybody has it.
  ///
  /// Any context. C: `write_lock`.
  func writeLock(_ lock: Address) throws(Trap) {
    changePreemptCount(by: 1)
    guard hasSpinLocks else { return }
    if try load32(lock) != 0 {
      spin(until: { memory.load32(lock) ?? 0 == 0 })
      if isPanicked || isTornDown { return }
    }
    try store32(lock, Self.writing)
    stepInPlace("write_lock: taken")
  }

  /// Lets go of a lock that was taken to write.
  ///
  /// Any context. C: `write_unlock`.
  func writeUnlock(_ lock: Address) throws(Trap) {
    if hasSpinLocks { try store32(lock, 0) }
    changePreemptCount(by: -1)
    stepInPlace("write_unlock: let go")
  }
}
