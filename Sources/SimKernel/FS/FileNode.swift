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
    /// The terminal, under one of its names.
    case terminal(major: Int, minor: Int)
    /// A file under `/proc`, by its name there.
    case proc(String)
    /// A file under `/sys`.
    case attribute(SysfsAttribute)
  }

  let content: Content
  /// Who may read, write and execute it, as nine bits.
  let permissions: Int

  static func folder(_ folder: FileFolder) -> FileNode {
    FileNode(content: .folder(folder), permissions: 0o755)
  }
}

/// A folder: the names in it, and what each leads to.
struct FileFolder {
  /// Every name, in an order that does not depend on chance.
  let names: () -> [String]
  /// What a name leads to; nil where there is none of it.
  let child: (String) -> FileNode?

  init(names: @escaping () -> [String], child: @escaping (String) -> FileNode?) {
    self.names = names
    self.child = child
  }

  /// A folder of a few nodes.
  init(_ nodes: [(name: String, node: FileNode)]) {
    names = { nodes.map(\.name) }
    child = { name in nodes.first { $0.name == name }?.node }
  }

  /// How many folders lie in it.
  var folderCount: Int {
    names().count { name in
      if case .folder = child(name)?.content { true } else { false }
    }
  }
}
