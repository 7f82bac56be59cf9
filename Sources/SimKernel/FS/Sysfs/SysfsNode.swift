/// What a path under `/sys` leads to.
enum SysfsNode {
  /// A folder: the names in it, in order, and what each leads to.
  case folder(names: () -> [String], child: (String) -> SysfsNode?)
  case file(SysfsAttribute)

  /// A folder of a few nodes.
  static func folder(_ nodes: [(name: String, node: SysfsNode)]) -> SysfsNode {
    .folder(
      names: { nodes.map(\.name).sorted() },
      child: { name in nodes.first { $0.name == name }?.node })
  }

  /// A folder of files.
  static func folder(_ files: [SysfsAttribute]) -> SysfsNode {
    .folder(files.map { ($0.name, .file($0)) })
  }

  /// What a name in a folder leads to.
  func child(_ name: String) -> SysfsNode? {
    guard case .folder(_, let child) = self else { return nil }
    return child(name)
  }

  /// The names in a folder; nil for a file.
  var names: [String]? {
    guard case .folder(let names, _) = self else { return nil }
    return names()
  }
}
