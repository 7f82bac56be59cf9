/// A routine that can be put on a task queue.
///
/// C: `struct tq_struct`.
///
/// The routine runs in interrupt context: it is not `async`, so it cannot sleep.
public final class TaskQueueEntry: ModuleStructure {
  private let name: String
  private var routine: ModuleFunction.Body?

  /// Creates an entry that is on no queue.
  ///
  /// - Parameters:
  ///   - name: The routine's name, for traces.
  ///   - routine: What is called. Interrupt context.
  public init(_ name: String, _ routine: @escaping () -> Void) {
    self.name = name
    self.routine = .routine(routine)
  }

  /// Creates an entry whose routine may sleep: it is for ``Module/scheduleTask(_:)``, whose thread
  /// calls it in process context.
  public init(sleeping name: String, _ routine: @escaping () async -> Void) {
    self.name = name
    self.routine = .work(routine)
  }

  /// Where its members stand: in 2.2 one link comes before them, in 2.4 two.
  struct Layout {
    let sync: UInt64
    let routine: UInt64
    let data: UInt64
    let bytes: UInt64

    init(_ version: KernelVersion) {
      sync = version.taskQueueOrder == .oldestFirst ? 8 : 4
      routine = sync + 4
      data = sync + 8
      bytes = sync + 12
    }
  }

  override func byteCount(on version: KernelVersion) -> Int { Int(Layout(version).bytes) }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    guard let routine else { return }
    let function = kernel.place(name, routine, in: module)
    _ = kernel.memory.storeWord(address + Layout(kernel.version).routine, function.address.rawValue)
  }

  override func letGo() { routine = nil }
}
