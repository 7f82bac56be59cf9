/// A queue of sleeping processes that somebody will wake.
///
/// C: `wait_queue_head_t` (2.4), `struct wait_queue *` (2.2).
///
/// It lies in the module's memory: whoever sleeps on it when the module goes, wakes up to a queue
/// that is no longer there.
public final class WaitQueue: ModuleStructure {
  /// Creates an empty queue.
  ///
  /// C: `DECLARE_WAIT_QUEUE_HEAD`; in 2.2 a null pointer.
  public override init() { super.init() }

  /// In 2.2 a pointer; from 2.4 on a lock, padded to a word, and a list head.
  override func byteCount(on version: KernelVersion) -> Int {
    Int(version.architecture.wordBytes) * (version.facilities.contains(.waitEvent) ? 3 : 1)
  }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    Self.initialise(at: address, on: kernel)
  }

  /// Makes memory an empty queue.
  static func initialise(at address: Address, on kernel: Kernel) {
    guard kernel.version.facilities.contains(.waitEvent) else { return }
    let list = address + kernel.wordBytes
    _ = kernel.memory.storeWord(list, list.rawValue)
    _ = kernel.memory.storeWord(list + kernel.wordBytes, list.rawValue)
  }
}

/// A process's place on a wait queue, for loops that do by hand what `wait_event` does.
///
/// C: `DEFINE_WAIT` (2.6 on).
public final class WaitEntry {
  var address: Address?

  /// Creates an entry that is on no queue.
  public init() {}
}
