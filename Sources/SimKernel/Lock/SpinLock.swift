/// A lock for code that must not sleep: whoever wants it waits busily.
///
/// C: `spinlock_t`.
public final class SpinLock: ModuleStructure {
  /// Creates a lock that nobody has.
  ///
  /// C: `SPIN_LOCK_UNLOCKED`, `DEFINE_SPINLOCK`.
  public override init() { super.init() }

  override func byteCount(on version: KernelVersion) -> Int { 4 }
}
