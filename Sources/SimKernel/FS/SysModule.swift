/// What `/sys/module` shows of a module.
///
/// C: `struct module_kobject` and the attributes below it (2.6 and later).
///
/// A loader that has them fills it from what the module's memory says at the moment.
struct SysModule {
  /// A parameter that has a file.
  struct Parameter {
    let name: String
    /// Who may read and write it, as nine bits.
    let permissions: Int
    /// Reads and writes the module's variable.
    let value: FileAttribute
  }

  let name: String
  /// The files with one value, such as `refcnt`, with their texts.
  var values: [(name: String, text: () -> String)] = []
  /// Who uses its symbols; nil for what is built in and never goes.
  var holders: [String]?
  /// The sections of its memory, with their addresses.
  var sections: [(name: String, address: String)] = []
  var notes: [String] = []
  var parameters: [Parameter] = []

  /// `/sys`, for some modules.
  static func tree(_ modules: [SysModule]) -> FileFolder {
    let all = FileFolder(
      names: { modules.map(\.name).sorted() },
      child: { name in modules.first { $0.name == name }.map { .folder($0.folder) } })
    return FileFolder([("module", .folder(all))])
  }

  /// `/sys/module/NAME`.
  var folder: FileFolder {
    var nodes = values.map { value in
      (name: value.name, node: Self.node(0o444, FileAttribute(read: { value.text() + "\n" })))
    }
    nodes.append(("uevent", Self.node(0o200, FileAttribute(write: { _ throws(Errno) in }))))
    if let holders {
      nodes.append(("holders", .folder(FileFolder(holders.map { ($0, .folder(FileFolder([]))) }))))
      nodes.append(("notes", .folder(Self.readOnly(notes.map { ($0, "") }))))
      nodes.append(("sections", .folder(Self.readOnly(sections.map { ($0.name, $0.address) }))))
    }
    if !parameters.isEmpty {
      let files = parameters.map { ($0.name, Self.node($0.permissions, $0.value)) }
      nodes.append(("parameters", .folder(FileFolder(files))))
    }
    return FileFolder(nodes)
  }

  private static func readOnly(_ files: [(name: String, text: String)]) -> FileFolder {
    FileFolder(
      files.map { file in
        (file.name, node(0o400, FileAttribute(read: { file.text + "\n" })))
      })
  }

  private static func node(_ permissions: Int, _ attribute: FileAttribute) -> FileNode {
    FileNode(content: .attribute(attribute), permissions: permissions)
  }
}
