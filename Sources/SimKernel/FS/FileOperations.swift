/// The functions with which a driver serves an open file.
///
/// C: `struct file_operations`.
///
/// A function that is missing has a default: opening succeeds, releasing does nothing, reading and
/// writing fail with `EINVAL`, `ioctl` with `ENOTTY`, `mmap` with `ENODEV`; seeking fails with
/// `ESPIPE` in 6.1, and before only moves the position; the file is always ready.
public final class FileOperations: ModuleStructure {
  /// What opens a file, and releases it.
  public typealias Open = (Inode, File) async throws(Errno) -> Void
  /// What moves bytes; it returns how many.
  public typealias Transfer = (File, UserBuffer) async throws(Errno) -> Int
  /// What finds a new position, from an offset and what it counts from.
  public typealias Seek = (File, Int, SeekOrigin) async throws(Errno) -> Int
  /// What obeys a command that has an argument; it returns what the process gets.
  public typealias Control = (File, UInt32, UInt64) async throws(Errno) -> Int
  /// What says which operations would not wait.
  public typealias Poll = (File) async -> PollEvents
  /// What gives a process a part of the device as memory.
  public typealias Map = (File, MemoryMapping) async throws(Errno) -> Void
  /// What is called by each `close`.
  public typealias Flush = (File) async throws(Errno) -> Void

  private var owner: (any Module)?
  private let prefix: String?
  /// In the order of ``ModuleFunction/FileMethod``; nil for one that is missing.
  private var bodies: [ModuleFunction.Body?]

  /// Creates the operations of a driver.
  ///
  /// Each function runs in process context and may sleep.
  ///
  /// - Parameters:
  ///   - prefix: What the names of its functions begin with, in C: `d` for `d_open`, `d_read` and so
  ///     on; nil for the module's own name.
  ///   - owner: The module that the kernel counts a use of before it calls `open`; nil, and nobody
  ///     counts. C: `owner` (2.4 and later).
  ///   - open: Called when a process opens the file.
  ///   - release: Called when the last process that has the file closes it.
  ///   - read: Fills the buffer and returns how many bytes it put there; 0 means the end.
  ///   - write: Takes from the buffer and returns how many bytes it took.
  ///   - llseek: Moves the position, and returns the new one.
  ///   - ioctl: Obeys a command. C: `ioctl` under the big kernel lock; `unlocked_ioctl` in 6.1.
  ///   - poll: Says which operations would not wait.
  ///   - mmap: Lets a process have a part of the device as memory.
  ///   - flush: Called by each `close`, also where others still have the file.
  public init(
    prefix: String? = nil, owner: (any Module)? = nil, open: Open? = nil, release: Open? = nil,
    read: Transfer? = nil, write: Transfer? = nil, llseek: Seek? = nil, ioctl: Control? = nil,
    poll: Poll? = nil,
    mmap: Map? = nil, flush: Flush? = nil
  ) {
    self.prefix = prefix
    self.owner = owner
    bodies = [
      open.map { .open($0) }, release.map { .release($0) }, read.map { .read($0) },
      write.map { .write($0) }, llseek.map { .llseek($0) }, ioctl.map { .ioctl($0) },
      poll.map { .poll($0) }, mmap.map { .mmap($0) }, flush.map { .flush($0) },
    ]
  }

  override func byteCount(on version: KernelVersion) -> Int { version.fileOperations.byteCount }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    let layout = kernel.version.fileOperations
    if owner != nil, let offset = layout.owner {
      _ = kernel.memory.storeWord(address + offset, module.address.rawValue)
    }
    // In this order their text lies in the module.
    for (method, body) in zip(ModuleFunction.FileMethod.allCases, bodies) {
      guard let body else { continue }
      let function = kernel.place("\(prefix ?? module.name)_\(method.rawValue)", body, in: module)
      _ = kernel.memory.storeWord(address + layout[method], function.address.rawValue)
    }
  }

  override func letGo() {
    owner = nil
    bodies = []
  }
}
