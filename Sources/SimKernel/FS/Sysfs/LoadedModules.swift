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
    module.parameters = parameters(of: record, on: kernel)
    return module
  }

  /// What came with 3.3 and later.
  private func lateAttributes(of record: ModuleRecord) -> [SysfsAttribute] {
    [
      SysfsAttribute("coresize", "\(record.size)"),
      SysfsAttribute("initsize", show: { _ in "\(record.shownSize - record.size)\n" }),
      SysfsAttribute("taint", show: { kernel in
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

  private func parameters(of record: ModuleRecord, on kernel: Kernel) -> [SysfsAttribute] {
    kernel.parameterFiles(of: record).map { file in
      SysfsAttribute(
        file.parameter.name, permissions: file.parameter.permissions,
        show: { (kernel) async throws(Trap) in
          String(decoding: try await kernel.show(file, of: record), as: UTF8.self)
        },
        store: { (kernel, text) async throws(Trap) in
          _ = try await kernel.store(Array(text.utf8), in: file, of: record)
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
