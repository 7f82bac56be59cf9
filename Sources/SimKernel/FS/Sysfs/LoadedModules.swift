/// The loaded modules, as their headers say it at the moment.
struct LoadedModules: SysfsModuleSource {
  func names(on kernel: Kernel) -> [String] {
    kernel.modules.filter { kernel.state(of: $0) != .unformed }.map(\.name)
  }

  func module(named name: String, on kernel: Kernel) -> SysfsModule? {
    guard
      let record = kernel.modules.first(named: name, where: { kernel.state(of: $0) != .unformed })
    else { return nil }
    var module = SysfsModule(name: name)
    module.holders = record.users.map(\.name).sorted()
    module.attributes = [
      SysfsAttribute("refcnt", show: { "\($0.useCount(of: record))\n" }),
      SysfsAttribute("initstate", show: { Self.word(for: $0.state(of: record)) + "\n" }),
    ]
    if kernel.version.files.makesDeviceNodes { module.attributes += lateAttributes(of: record) }
    module.attributes += texts(of: record)
    module.sections = sections(of: record, on: kernel)
    module.parameters = parameters(of: record, on: kernel)
    return module
  }

  /// What came with 3.3 and later.
  private func lateAttributes(of record: ModuleRecord) -> [SysfsAttribute] {
    [
      SysfsAttribute("coresize", "\(record.size)"),
      SysfsAttribute("initsize", show: { _ in "\(record.shownSize - record.size)\n" }),
      SysfsAttribute(
        "taint",
        show: { kernel in
          kernel.version.taints.letters(ofModule: record.taints) + "\n"
        }),
    ]
  }

  /// What the file says of itself, where it names a version: then `modpost` adds a checksum of the
  /// sources.
  ///
  /// C: `MODINFO_ATTR`.
  private func texts(of record: ModuleRecord) -> [SysfsAttribute] {
    guard let instance = record.instance, !type(of: instance).modinfo.version.isEmpty else {
      return []
    }
    let checksum = UInt64(CRC32.checksum(of: record.name))
    return [
      SysfsAttribute("srcversion", hexadecimal(checksum, digits: 24).uppercased()),
      SysfsAttribute("version", type(of: instance).modinfo.version),
    ]
  }

  /// The sections of the object file, with their addresses; what the compiler makes for its own ends
  /// depends on how the kernel was built.
  ///
  /// C: `add_sect_attrs`.
  private func sections(of record: ModuleRecord, on kernel: Kernel) -> [(String, String)] {
    guard let instance = record.instance else { return [] }
    var names = [
      ".gnu.linkonce.this_module", ".note.Linux", ".note.gnu.build-id", ".orc_unwind",
      ".orc_unwind_ip", ".rodata.str1.1", ".strtab", ".symtab",
    ]
    if type(of: instance).hasCleanupModule { names += [".exit.data", ".exit.text"] }
    if type(of: instance).hasInitModule { names += [".init.data", ".init.text"] }
    names += kernel.version.configuration.compilerSections
    let address = "0x" + kernel.version.architecture.hexadecimal(record.base.rawValue)
    return names.sorted().map { ($0, address) }
  }

  private func parameters(of record: ModuleRecord, on kernel: Kernel) -> [SysfsAttribute] {
    kernel.parameterFiles(of: record).map { file in
      SysfsAttribute(
        file.parameter.name, permissions: file.parameter.permissions,
        show: { (kernel) async throws(Trap) in
          String(decoding: try await kernel.show(file, of: record), as: UTF8.self)
        },
        store: { (kernel, text) async throws(Trap) in
          kernel.enter([.moduleAttrStore, .paramAttrStore])
          _ = try await kernel.store(Array(text.utf8), in: file, of: record)
          kernel.current.stack.leave()
          kernel.current.stack.leave()
        })
    }
  }

  /// C: `show_initstate`.
  private static func word(for state: ModuleState) -> String {
    switch state {
    case .live: "live"
    case .coming: "coming"
    case .going: "going"
    case .unformed: "unknown"
    }
  }
}
