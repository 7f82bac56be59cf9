/// An open file.
///
/// C: `struct file`.
public final class File {
  /// What serves it.
  enum Backing {
    /// A character device, with the address of its operations. C: `f_op`.
    case device(operations: Address)
    /// A file under `/proc` whose text a module writes.
    case procEntry(ProcEntry)
    /// A file under `/proc` that a module serves with operations of its own.
    case procFile(ProcFile)
    /// A file under `/sys`.
    case sysfs(SysfsAttribute)
    /// A file under `/proc` that the kernel serves itself.
    case kernelProc(KernelProcFile)
    /// The terminal.
    case terminal
    /// What is written is gone, and there is nothing to read. C: `/dev/null`.
    case null
    /// What is written goes to the kernel's log. C: `/dev/kmsg`.
    case log
    /// A file that remembers what is written to it.
    case memory(MemoryFile)
    /// One end of a pipe.
    case pipe(Pipe)
    /// A folder: it can be opened, and not read.
    case folder
  }

  /// The file that it is.
  public let inode: Inode
  /// Whether it was opened for reading.
  ///
  /// C: `FMODE_READ`.
  public let isReadable: Bool
  /// Whether it was opened for writing.
  ///
  /// C: `FMODE_WRITE`.
  public let isWritable: Bool
  /// Where the next read begins, in bytes.
  ///
  /// C: `f_pos`.
  public var position = 0

  /// What the driver keeps with the open file.
  ///
  /// C: `private_data`.
  public var privateData: AnyObject?

  var backing: Backing
  /// The device's structure that was counted for it.
  ///
  /// C: `f_inode->i_cdev`.
  var cdev: Address?
  /// Whether it has what `read`, `write` and `lseek` want.
  ///
  /// C: `FMODE_CAN_READ`, `FMODE_CAN_WRITE`, `FMODE_LSEEK`.
  var canRead = true
  var canWrite = true
  var canSeek = true
  /// The whole text of a file that the kernel makes up, from the first read on.
  ///
  /// C: `struct seq_file`.
  var text: [UInt8]?
  /// How many descriptors and running calls refer to it.
  ///
  /// C: `f_count`.
  var count = 1

  init(inode: Inode = Inode(major: 0, minor: 0), backing: Backing, mode: OpenMode) {
    self.inode = inode
    self.backing = backing
    isReadable = mode == .readOnly || mode == .readWrite
    isWritable = mode != .readOnly
  }
}
