/// A timer: a routine that the kernel calls once, at some later time.
///
/// C: `struct timer_list`.
///
/// The handler runs in interrupt context: it is not `async`, so it cannot sleep. The timer is
/// disarmed before it is called, and the handler may arm it again.
public final class KernelTimer: ModuleStructure {
  private let name: String
  private var handler: (() -> Void)?

  /// Creates a timer that is not armed.
  ///
  /// C: `init_timer`, `timer_setup`.
  ///
  /// - Parameters:
  ///   - name: The handler's name.
  ///   - handler: What is called. Interrupt context.
  public init(_ name: String, _ handler: @escaping () -> Void) {
    self.name = name
    self.handler = handler
  }

  override func byteCount(on version: KernelVersion) -> Int { Int(version.timers.bytes) }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    guard let handler else { return }
    let function = kernel.place(name, .routine(handler), in: module)
    _ = kernel.memory.storeWord(
      address + kernel.version.timers.function, function.address.rawValue)
  }

  override func letGo() { handler = nil }
}
