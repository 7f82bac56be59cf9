/// The functions with which a driver serves an open file.
///
/// C: `struct file_operations` (2.4).
///
/// A function that is missing has a default: opening succeeds, releasing does nothing, reading and
/// writing fail with `EINVAL`.
public final class FileOperations: ModuleStructure {
  /// Where in the structure each member stands.
  enum Member: UInt32 {
    case owner = 0
    case read = 8
    case write = 12
    case open = 32
    case flush = 36
    case release = 40
  }

  private var owner: (any Module)?
  private var open: ((Inode, File) async throws(Errno) -> Void)?
  private var release: ((Inode, File) async throws(Errno) -> Void)?
  private var read: ((File, UserBuffer) async throws(Errno) -> Int)?
  private var write: ((File, UserBuffer) async throws(Errno) -> Int)?

  /// Creates the operations of a driver.
  ///
  /// Each function runs in process context and may sleep.
  ///
  /// - Parameters:
  ///   - owner: The module that the kernel counts a use of before it calls `open`; nil, and nobody
  ///     counts. C: `owner`.
  ///   - open: Called when a process opens the file.
  ///   - release: Called when the last process that has the file closes it.
  ///   - read: Fills the buffer and returns how many bytes it put there; 0 means the end.
  ///   - write: Takes from the buffer and returns how many bytes it took.
  public init(
    owner: (any Module)? = nil,
    open: ((Inode, File) async throws(Errno) -> Void)? = nil,
    release: ((Inode, File) async throws(Errno) -> Void)? = nil,
    read: ((File, UserBuffer) async throws(Errno) -> Int)? = nil,
    write: ((File, UserBuffer) async throws(Errno) -> Int)? = nil
  ) {
    self.owner = owner
    self.open = open
    self.release = release
    self.read = read
    self.write = write
  }

  override var byteCount: Int { 72 }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    func set(_ member: Member, _ name: String, _ body: ModuleFunction.Body?) {
      guard let body else { return }
      let function = kernel.place("\(module.name)_\(name)", body, in: module)
      _ = kernel.memory.store32(address + member.rawValue, function.address.rawValue)
    }
    if owner != nil {
      _ = kernel.memory.store32(address + Member.owner.rawValue, module.address.rawValue)
    }
    set(.open, "open", open.map { .open($0) })
    set(.release, "release", release.map { .release($0) })
    set(.read, "read", read.map { .read($0) })
    set(.write, "write", write.map { .write($0) })
  }

  override func letGo() {
    owner = nil
    open = nil
    release = nil
    read = nil
    write = nil
  }
}
