/// A folder: the names in it, and what each leads to.
struct FileFolder {
  /// Every name, in order.
  let names: () -> [String]
  /// What a name leads to, without a listing; nil where there is none of it.
  let child: (String) -> FileNode?

  init(names: @escaping () -> [String], child: @escaping (String) -> FileNode?) {
    self.names = names
    self.child = child
  }

  /// A folder of a few nodes under `/sys`.
  init(_ nodes: [(name: String, node: FileNode)]) {
    names = { nodes.map(\.name).sorted { KernfsHash.comesFirst($0, $1) } }
    child = { name in nodes.first { $0.name == name }?.node }
  }

  /// A folder of values.
  init(_ attributes: [SysfsAttribute]) {
    self.init(attributes.map { ($0.name, .attribute($0)) })
  }

  /// A folder of empty folders.
  static func ofFolders(_ names: [String]) -> FileFolder {
    FileFolder(names.map { ($0, .folder(FileFolder([SysfsAttribute]()))) })
  }

  /// How many folders lie in it.
  var folderCount: Int {
    names().count { name in
      if case .folder = child(name)?.content { true } else { false }
    }
  }
}
