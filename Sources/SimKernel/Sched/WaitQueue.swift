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

  /// Bytes of a lock and a list head.
  override var byteCount: Int { 12 }

  /// Where in the queue its list lies.
  static let listOffset: UInt32 = 4

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    let list = address + Self.listOffset
    _ = kernel.memory.store32(list, list.rawValue)
    _ = kernel.memory.store32(list + 4, list.rawValue)
  }
}
