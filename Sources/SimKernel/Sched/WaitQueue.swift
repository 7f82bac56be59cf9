/// A queue of sleeping processes that somebody will wake.
///
/// C: `wait_queue_head_t` (2.4).
///
/// It lies in the module's memory: whoever sleeps on it when the module goes, wakes up to a queue
/// that is no longer there.
public final class WaitQueue: ModuleStructure {
  /// Creates an empty queue.
  ///
  /// C: `DECLARE_WAIT_QUEUE_HEAD`.
  public override init() { super.init() }

  /// A lock, padded to a word, and a list head.
  override func byteCount(on version: KernelVersion) -> Int {
    3 * Int(version.architecture.wordBytes)
  }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    let list = address + kernel.wordBytes
    _ = kernel.memory.storeWord(list, list.rawValue)
    _ = kernel.memory.storeWord(list + kernel.wordBytes, list.rawValue)
  }
}
