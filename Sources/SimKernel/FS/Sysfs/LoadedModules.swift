/// The loaded modules, as their headers say it at the moment.
struct LoadedModules: SysfsModuleSource {
  func names(on kernel: Kernel) -> [String] {
    kernel.modules.filter { kernel.state(of: $0) != .unformed }.map(\.name)
  }

  func module(named name: String, on kernel: Kernel) -> SysfsModule? {
    guard
      let record = kernel.modules.first(
        named: name, where: { kernel.state(of: $0) != .unformed })
    else { return nil }
    var module = SysfsModule(name: name)
    module.holders = record.users.map(\.name)
    module.attributes = [
      SysfsAttribute("refcnt", show: { "\($0.useCount(of: record))\n" }),
      SysfsAttribute("initstate", show: { Self.word(for: $0.state(of: record)) + "\n" }),
    ]
    if kernel.version.files.makesDeviceNodes {
      module.attributes += [
        SysfsAttribute("coresize", "\(record.size)"),
        SysfsAttribute("initsize", show: { _ in "\(record.initialRegion?.bytes ?? 0)\n" }),
        SysfsAttribute("taint", show: { _ in ModuleRecord.taintLetters(record.taints) + "\n" }),
      ]
    }
    return module
  }

  /// C: `show_initstate`.
  private static func word(for state: ModuleState) -> String {
    switch state {
    case .live: "live"
    case .going: "going"
    default: "coming"
    }
  }
}
