/// A piece of work that a thread of the kernel's does, once, at some later time.
///
/// C: `struct work_struct` (from 2.6 on).
///
/// The function runs in process context, and may sleep.
public class Work: ModuleStructure {
  private let name: String
  private var function: (() async -> Void)?

  /// Creates work that is on no queue.
  ///
  /// C: `INIT_WORK`.
  public init(_ name: String, _ function: @escaping () async -> Void) {
    self.name = name
    self.function = function
  }

  override func byteCount(on version: KernelVersion) -> Int {
    Int(WorkLayout(version).workBytes)
  }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    guard let function else { return }
    let layout = WorkLayout(kernel.version)
    let place = kernel.place(name, .work(function), in: module)
    let entry = (address + layout.entry).rawValue
    _ = kernel.memory.storeWord(address + layout.entry, entry)
    _ = kernel.memory.storeWord(address + layout.entry + kernel.wordBytes, entry)
    _ = kernel.memory.storeWord(address + layout.function, place.address.rawValue)
  }

  override func letGo() { function = nil }
}

/// Work that is put on a queue after some time.
///
/// C: `struct delayed_work`: work and a timer.
public final class DelayedWork: Work {
  override func byteCount(on version: KernelVersion) -> Int {
    Int(WorkLayout(version).delayedBytes)
  }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    super.initialise(at: address, of: module, on: kernel)
    let rules = kernel.version.timers
    let timer = address + WorkLayout(kernel.version).timer
    let handler = kernel.version.text[.delayedWorkTimer].address
    _ = kernel.memory.storeWord(timer + rules.function, handler.rawValue)
    if let data = rules.data { _ = kernel.memory.storeWord(timer + data, address.rawValue) }
  }
}

/// Where the members of a piece of work stand.
///
/// C: `struct work_struct`, `struct delayed_work`.
struct WorkLayout {
  /// The queue that it is on, its colour, and whether it is pending; first of all.
  let data: UInt64 = 0
  let entry: UInt64
  let function: UInt64
  let workBytes: UInt64
  let timer: UInt64
  /// Where delayed work says which queue it is for.
  let queue: UInt64
  let delayedBytes: UInt64

  /// The bit of `data` that says that it is on a queue, or will be.
  static let pending: UInt64 = 1
  /// The bits of `data` that say before which flush it was queued.
  static let colours: UInt64 = 15 << 1

  init(_ version: KernelVersion) {
    let word = version.architecture.wordBytes
    entry = word
    function = 3 * word
    workBytes = 4 * word
    timer = 4 * word
    queue = timer + version.timers.bytes
    delayedBytes = queue + 2 * word
  }
}
