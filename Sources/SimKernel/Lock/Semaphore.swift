/// A count that can be taken from while it lasts; whoever finds none sleeps.
///
/// C: `struct semaphore`.
public final class Semaphore: ModuleStructure {
  private let count: Int

  /// Creates a semaphore; with a count of 1 it is a lock.
  ///
  /// C: `sema_init`.
  public init(count: Int = 1) { self.count = count }

  /// A count, padded to a word, and a wait queue.
  override func byteCount(on version: KernelVersion) -> Int {
    4 * Int(version.architecture.wordBytes)
  }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    _ = kernel.memory.store32(address, UInt32(truncatingIfNeeded: max(0, count)))
    WaitQueue.initialise(at: address + kernel.wordBytes, on: kernel)
  }
}

/// A lock that whoever waits for it sleeps for.
///
/// C: `struct mutex` (from 2.6.16 on).
public final class KernelMutex: ModuleStructure {
  /// Creates a lock that nobody has.
  ///
  /// C: `DEFINE_MUTEX`.
  public override init() { super.init() }

  /// A count, padded to a word, and a wait queue.
  override func byteCount(on version: KernelVersion) -> Int {
    4 * Int(version.architecture.wordBytes)
  }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    _ = kernel.memory.store32(address, 1)
    WaitQueue.initialise(at: address + kernel.wordBytes, on: kernel)
  }
}

/// Something that will have happened: waited for by some, said by others.
///
/// C: `struct completion` (from 2.4 on).
public final class Completion: ModuleStructure {
  /// Creates a completion that nothing has completed.
  ///
  /// C: `DECLARE_COMPLETION`.
  public override init() { super.init() }

  /// A count, padded to a word, and a wait queue.
  override func byteCount(on version: KernelVersion) -> Int {
    4 * Int(version.architecture.wordBytes)
  }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    WaitQueue.initialise(at: address + kernel.wordBytes, on: kernel)
  }
}
