/// What a path leads to.
///
/// C: `struct dentry` with its inode.
///
/// Nodes are made when somebody looks: the tree is never kept, so it cannot say something else than
/// the tables that it shows.
struct FileNode {
  /// What there is to open.
  enum Content {
    case folder(FileFolder)
    /// Bytes that somebody wrote.
    case memory(MemoryFile)
    /// A device file made by `mknod`.
    case device(DeviceNode)
    /// What swallows everything: `/dev/null`.
    case null
    /// The kernel's log, to be written to: `/dev/kmsg`.
    case log
    /// The terminal, under one of its names.
    case terminal(major: Int, minor: Int)
    /// A file under `/proc` that the kernel serves itself.
    case kernelProc(KernelProcFile)
    /// A file under `/proc` that a module serves.
    case procEntry(ProcEntry)
    /// A file under `/sys`.
    case attribute(SysfsAttribute)
  }

  let content: Content
  /// Who may read, write and execute it, as nine bits.
  let permissions: Int

  static func folder(_ folder: FileFolder) -> FileNode {
    FileNode(content: .folder(folder), permissions: 0o755)
  }

  static func attribute(_ attribute: SysfsAttribute) -> FileNode {
    FileNode(content: .attribute(attribute), permissions: attribute.permissions)
  }
}
