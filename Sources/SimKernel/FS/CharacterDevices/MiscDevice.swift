/// A device that needs no major of its own.
///
/// C: `struct miscdevice` (2.6 and later).
///
/// It lies in the module's memory, and the kernel's list of such devices goes through it.
public final class MiscDevice: ModuleStructure {
  /// Where in the structure each member stands, in words; the minor is the first.
  struct Layout: Sendable {
    let name: UInt64
    let operations: UInt64
    let list: UInt64
    let byteCount: Int

    init(words word: UInt64, total: UInt64) {
      name = word
      operations = 2 * word
      list = 3 * word
      byteCount = Int(total * word)
    }
  }

  /// What asks for any minor that is free.
  ///
  /// C: `MISC_DYNAMIC_MINOR`.
  public static let dynamicMinor = MiscDeviceTable.dynamicMinor

  /// Its minor; what was chosen for it once it is registered.
  public internal(set) var minor: Int
  /// What `/proc/misc` shows, and the name of its file in `/dev` where the kernel makes one.
  public let name: String
  private var operations: FileOperations?

  /// Prepares a device.
  ///
  /// - Parameters:
  ///   - minor: A number that is its own, or ``dynamicMinor``.
  ///   - name: What it is called.
  ///   - operations: The driver's functions.
  public init(
    minor: Int = MiscDevice.dynamicMinor, name: String, _ operations: FileOperations
  ) {
    self.minor = minor
    self.name = name
    self.operations = operations
  }

  override func byteCount(on version: KernelVersion) -> Int { version.miscDevice.byteCount }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    let layout = kernel.version.miscDevice
    _ = kernel.memory.store32(address, UInt32(truncatingIfNeeded: minor))
    let text = kernel.place(name, in: module)
    _ = kernel.memory.storeWord(address + layout.name, text.rawValue)
    if let operations {
      let table = kernel.place(operations, in: module)
      _ = kernel.memory.storeWord(address + layout.operations, table.rawValue)
    }
  }

  override func letGo() {
    operations = nil
  }
}

extension KernelVersion {
  /// Where the members of a `miscdevice` lie.
  var miscDevice: MiscDevice.Layout {
    MiscDevice.Layout(words: architecture.wordBytes, total: architecture.wordBytes == 8 ? 10 : 7)
  }
}
