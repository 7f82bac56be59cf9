/// The loaded modules, as their headers say it at the moment.
struct LoadedModules: SysfsModuleSource {
  func names(on kernel: Kernel) -> [String] { kernel.modules.map(\.name) }

  func module(named name: String, on kernel: Kernel) -> SysfsModule? {
    guard let record = kernel.modules.first(where: { $0.name == name }) else { return nil }
    var module = SysfsModule(name: name)
    module.holders = []
    module.attributes = [
      SysfsAttribute("refcnt", show: { "\($0.useCount(of: record))\n" }),
      SysfsAttribute("initstate", show: { Self.state(of: record, on: $0) + "\n" }),
    ]
    if kernel.version.files.makesDeviceNodes {
      module.attributes += [
        SysfsAttribute("coresize", "\(record.size)"), SysfsAttribute("initsize", "0"),
        SysfsAttribute("taint", ""),
      ]
    }
    return module
  }

  /// C: `show_initstate`.
  private static func state(of record: ModuleRecord, on kernel: Kernel) -> String {
    let flags = kernel.flags(of: record)
    if flags.contains(.deleted) { return "going" }
    return flags.contains(.running) ? "live" : "coming"
  }
}
