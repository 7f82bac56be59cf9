/// What `/sys/module` shows of one module.
///
/// C: `struct module_kobject` and what lies below it (2.6 and later).
struct SysfsModule {
  let name: String
  /// Files with one value, such as `refcnt`.
  var attributes: [SysfsAttribute] = []
  /// Parameters that have a file.
  var parameters: [SysfsAttribute] = []
  /// Who uses its symbols; nil for what is built in, and never goes.
  var holders: [String]?
  /// The sections of its memory, with their addresses.
  var sections: [(name: String, address: String)] = []
  /// The notes that its file came with.
  var notes: [String] = []

  /// The folder with all of it.
  var folder: FileFolder {
    var nodes: [(name: String, node: FileNode)] = attributes.map { ($0.name, .attribute($0)) }
    let uevent = SysfsAttribute("uevent", permissions: 0o200, store: { _, _ in })
    nodes.append((uevent.name, .attribute(uevent)))
    if !parameters.isEmpty { nodes.append(("parameters", .folder(FileFolder(parameters)))) }
    if let holders {
      nodes.append(("holders", .folder(.ofFolders(holders))))
      nodes.append(("notes", .folder(FileFolder(notes.map { SysfsAttribute($0) }))))
      let files = sections.map { section in
        SysfsAttribute(section.name, permissions: 0o400, show: { _ in section.address + "\n" })
      }
      nodes.append(("sections", .folder(FileFolder(files))))
    }
    return FileFolder(nodes)
  }
}

/// Who knows the modules that `/sys/module` shows.
///
/// The loader is one; whoever has parameters adds them to what the loader says.
protocol SysfsModuleSource {
  /// The names of the modules that are loaded and have come so far as to be shown, in any order.
  func names(on kernel: Kernel) -> [String]
  /// What there is to show of a module; nil where none of that name is loaded.
  func module(named name: String, on kernel: Kernel) -> SysfsModule?
}
