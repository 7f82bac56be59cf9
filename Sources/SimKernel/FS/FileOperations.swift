/// The functions with which a driver serves an open file.
///
/// C: `struct file_operations` (2.4).
///
/// A function that is missing has a default: opening succeeds, releasing does nothing, reading and
/// writing fail with `EINVAL`.
public final class FileOperations: ModuleStructure {
  /// Where in the structure each member stands, in bytes.
  ///
  /// Source: `struct file_operations` in `include/linux/fs.h` of each kernel.
  struct Layout: Sendable {
    /// Nil where the kernel counts no uses: before 2.4.
    var owner: UInt64?
    var llseek: UInt64
    var read: UInt64
    var write: UInt64
    var poll: UInt64
    var ioctl: UInt64
    var mmap: UInt64
    var open: UInt64
    var flush: UInt64
    var release: UInt64
    var byteCount: Int

    static let v2_2 = Layout(
      owner: nil, llseek: 0, read: 4, write: 8, poll: 16, ioctl: 20, mmap: 24, open: 28,
      flush: 32, release: 36, byteCount: 60)
    static let v2_4 = Layout(
      owner: 0, llseek: 4, read: 8, write: 12, poll: 20, ioctl: 24, mmap: 28, open: 32,
      flush: 36, release: 40, byteCount: 72)
    static let v2_6 = Layout(
      owner: 0, llseek: 4, read: 8, write: 12, poll: 28, ioctl: 32, mmap: 44, open: 48,
      flush: 52, release: 56, byteCount: 104)
    static let v6_1 = Layout(
      owner: 0, llseek: 8, read: 16, write: 24, poll: 72, ioctl: 80, mmap: 96, open: 112,
      flush: 120, release: 128, byteCount: 256)
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

  override func byteCount(on version: KernelVersion) -> Int { version.fileOperations.byteCount }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    let layout = kernel.version.fileOperations
    func set(_ offset: UInt64, _ name: String, _ body: ModuleFunction.Body?) {
      guard let body else { return }
      let function = kernel.place("\(module.name)_\(name)", body, in: module)
      _ = kernel.memory.storeWord(address + offset, function.address.rawValue)
    }
    if owner != nil, let offset = layout.owner {
      _ = kernel.memory.storeWord(address + offset, module.address.rawValue)
    }
    set(layout.open, "open", open.map { .open($0) })
    set(layout.release, "release", release.map { .release($0) })
    set(layout.read, "read", read.map { .read($0) })
    set(layout.write, "write", write.map { .write($0) })
  }

  override func letGo() {
    owner = nil
    open = nil
    release = nil
    read = nil
    write = nil
  }
}
