/// A routine that can be put on a task queue.
///
/// C: `struct tq_struct`.
///
/// The routine runs in interrupt context: it is not `async`, so it cannot sleep.
public final class TaskQueueEntry: ModuleStructure {
  private let name: String
  private var routine: (() -> Void)?

  /// Creates an entry that is on no queue.
  ///
  /// - Parameters:
  ///   - name: The routine's name, for traces.
  ///   - routine: What is called. Interrupt context.
  public init(_ name: String, _ routine: @escaping () -> Void) {
    self.name = name
    self.routine = routine
  }

  /// Two list links, `sync`, the routine and its data.
  override func byteCount(on version: KernelVersion) -> Int { 20 }

  static let syncOffset: UInt64 = 8
  static let routineOffset: UInt64 = 12
  static let dataOffset: UInt64 = 16

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    guard let routine else { return }
    let function = kernel.place(name, .routine(routine), in: module)
    _ = kernel.memory.storeWord(address + Self.routineOffset, function.address.rawValue)
  }

  override func letGo() { routine = nil }
}
