/// The functions with which a module serves a file under `/proc`.
///
/// C: `struct proc_ops` (6.1); in 2.6.24 the same members of a `struct file_operations`.
///
/// The kernel counts no use of the module for an open file. Instead, removing the file waits for
/// the calls that are under way, and every later call fails: reading with `EIO`, seeking with
/// `EINVAL`, opening with `ENOENT`; closing succeeds.
public final class ProcOperations: ModuleStructure {
  private let prefix: String?
  /// In the order of ``ModuleFunction/FileMethod``; nil for one that is missing.
  private var bodies: [ModuleFunction.Body?]

  /// Creates the operations of a file.
  ///
  /// Each function runs in process context and may sleep.
  ///
  /// - Parameters:
  ///   - prefix: What the names of its functions begin with, in C; nil for the module's own name.
  ///   - open: Called when a process opens the file. C: `proc_open`.
  ///   - release: Called once for each open file: when it is closed or, in 6.1, when the file is
  ///     removed before that. C: `proc_release`.
  ///   - read: Fills the buffer and returns how many bytes it put there. C: `proc_read`.
  ///   - write: Takes from the buffer and returns how many bytes it took. C: `proc_write`.
  ///   - llseek: Moves the position. C: `proc_lseek`.
  ///   - ioctl: Obeys a command. C: `proc_ioctl`.
  public init(
    prefix: String? = nil, open: FileOperations.Open? = nil,
    release: FileOperations.Open? = nil, read: FileOperations.Transfer? = nil,
    write: FileOperations.Transfer? = nil,
    llseek: FileOperations.Seek? = nil, ioctl: FileOperations.Control? = nil
  ) {
    self.prefix = prefix
    bodies = [
      open.map { .open($0) }, release.map { .release($0) }, read.map { .read($0) },
      write.map { .write($0) }, llseek.map { .llseek($0) }, ioctl.map { .ioctl($0) },
    ]
  }

  override func byteCount(on version: KernelVersion) -> Int { version.procOperations.byteCount }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    let layout = kernel.version.procOperations
    for (method, body) in zip(ModuleFunction.FileMethod.allCases, bodies) {
      guard let body else { continue }
      let function = kernel.place(
        "\(prefix ?? "\(module.name)_proc")_\(method.rawValue)", body, in: module)
      _ = kernel.memory.storeWord(address + layout[method], function.address.rawValue)
    }
  }

  override func letGo() { bodies = [] }
}

extension FileOperations.Layout {
  /// Source: `struct proc_ops` in `include/linux/proc_fs.h` of 6.1.
  static let procOperations6_1 = FileOperations.Layout(
    owner: nil, llseek: 40, read: 16, write: 32, poll: 56, ioctl: 64, mmap: 80, open: 8,
    flush: 72, release: 48, byteCount: 96)
}

extension KernelVersion {
  /// Where the members of a `/proc` file's operations lie.
  var procOperations: FileOperations.Layout {
    files.notesMethodsAtOpen ? .procOperations6_1 : fileOperations
  }
}
