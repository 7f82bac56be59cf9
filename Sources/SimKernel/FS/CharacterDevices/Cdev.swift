/// A character device as a driver registers it: operations, and who owns it.
///
/// C: `struct cdev` (2.6 and later), with `cdev_init`.
///
/// It lies in the module's memory, or on the heap after ``Module/kmalloc(_:)``. The kernel counts a
/// use of `owner` for each open file, and one more of the operations' owner.
public final class Cdev: ModuleStructure {
  /// Where in the structure each member stands, in bytes.
  struct Layout: Sendable {
    /// How often it is used.
    ///
    /// C: `kobj.kref`.
    let references: UInt64
    /// What is done when nobody uses it any more.
    ///
    /// C: `kobj.ktype`.
    let type: UInt64
    let owner: UInt64
    let operations: UInt64
    /// The device files that have been opened through it.
    ///
    /// C: `list`.
    let inodes: UInt64
    let number: UInt64
    let count: UInt64
    let byteCount: Int

    static let i386 = Layout(
      references: 0x18, type: 0x2c, owner: 0x3c, operations: 0x40, inodes: 0x44, number: 0x4c,
      count: 0x50, byteCount: 0x54)
    static let x86_64 = Layout(
      references: 0x38, type: 0x28, owner: 0x40, operations: 0x48, inodes: 0x50, number: 0x60,
      count: 0x64, byteCount: 0x68)
  }

  private var operations: FileOperations?
  private var owner: (any Module)?

  /// Prepares a device.
  ///
  /// - Parameters:
  ///   - operations: The driver's functions. C: `ops`.
  ///   - owner: The module whose use is counted while the device is open; nil, and for the device
  ///     itself nobody counts. C: `owner`.
  public init(_ operations: FileOperations, owner: (any Module)? = nil) {
    self.operations = operations
    self.owner = owner
  }

  override func byteCount(on version: KernelVersion) -> Int { version.cdev.byteCount }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    let layout = kernel.version.cdev
    _ = kernel.memory.store32(address + layout.references, 1)
    let list = address + layout.inodes
    _ = kernel.memory.storeWord(list, list.rawValue)
    _ = kernel.memory.storeWord(list + kernel.wordBytes, list.rawValue)
    if let operations {
      let table = kernel.place(operations, in: module)
      _ = kernel.memory.storeWord(address + layout.operations, table.rawValue)
    }
    if owner != nil {
      _ = kernel.memory.storeWord(address + layout.owner, module.address.rawValue)
    }
  }

  override func letGo() {
    operations = nil
    owner = nil
  }
}

extension KernelVersion {
  /// Where the members of a `cdev` lie.
  var cdev: Cdev.Layout { architecture.wordBytes == 8 ? .x86_64 : .i386 }
}
