/// What a path under `/sys` leads to.
enum SysfsNode {
  /// A folder: the names in it, in order, and what each leads to.
  case folder(names: () -> [String], child: (String) -> SysfsNode?)
  case file(SysfsAttribute)

  /// A folder of a few nodes.
  static func folder(_ nodes: [(name: String, node: SysfsNode)]) -> SysfsNode {
    .folder(
      names: { nodes.map(\.name).sorted { KernfsHash.comesFirst($0, $1) } },
      child: { name in nodes.first { $0.name == name }?.node })
  }

  /// A folder of files.
  static func folder(_ files: [SysfsAttribute]) -> SysfsNode {
    .folder(files.map { ($0.name, .file($0)) })
  }

  /// The same, as a part of the tree of all files.
  var fileNode: FileNode {
    switch self {
    case .folder(let names, let child):
      .folder(FileFolder(names: names, child: { child($0)?.fileNode }))
    case .file(let attribute):
      FileNode(content: .attribute(attribute), permissions: attribute.permissions)
    }
  }
}
