package import SimKernel

let fwSet = ExportedSymbol("fw_set", as: ((ModuleHandle?) -> Void).self)

/// A framework that keeps a pointer to a client module:
/// `echo get|put|__get|show > /sys/module/fw/parameters/cmd`.
///
/// C: `fw.c`.
package final class Fw: RecordedModule {
  private var client: ModuleHandle?
  package static var exports: [ModuleExport] {
    [.symbol(fwSet) { (m: Fw) in { m.client = $0 } }]
  }
  package static var parameters: [ModuleParameter] {
    [
      .callback(
        "cmd", set: { (m: Fw, text) throws(Errno) in try m.setCmd(text) }, permissions: 0o200)
    ]
  }
  package static let functions: [ModuleFunctionName] = [
    .text("fw_set"), .text("set_cmd"), .exit("m_exit"),
  ]

  package init() {}

  private func setCmd(_ value: String?) throws(Errno) {
    guard let client else { throw .ENODEV }
    let verb = ["get", "put", "__get", "show"].first { sysfsStreq(value ?? "", $0) }
    func state() -> String {
      "state \(client.state?.rawValue ?? 0) refcount \(moduleRefcount(client))"
    }
    switch verb {
    case "get":
      let ok = tryModuleGet(client)
      prInfo("fw: try_module_get(\(client.name)) = \(ok ? 1 : 0); \(state())\n")
      if !ok { throw .ENXIO }
      return
    case "put": modulePut(client)
    case "__get": moduleGet(client)
    case "show": break
    default: throw .EINVAL
    }
    prInfo("fw: \(value ?? ""): \(client.name) \(state())\n")
  }

  package func initModule() async throws(Errno) {}
  package func cleanupModule() async {}
}

/// The framework's client.
///
/// C: `fw_client.c`.
package final class FwClient: RecordedModule {
  private var initMs = 0
  private var exitMs = 0
  package static let imports: [ModuleImport] = [.symbol(fwSet)]
  package static var parameters: [ModuleParameter] {
    [
      .int("init_ms", \FwClient.initMs, permissions: 0o444),
      .int("exit_ms", \FwClient.exitMs, permissions: 0o644),
    ]
  }

  package init() {}

  package func initModule() async throws(Errno) {
    try call(fwSet, thisModule)
    prInfo("fw_client: init\n")
    await msleep(initMs)
  }

  package func cleanupModule() async {
    prInfo("fw_client: exit\n")
    await msleep(exitMs)
    try? call(fwSet, nil)
  }
}

/// Pins itself in init, and would unpin in exit, which can never run.
///
/// C: `selfref.c`.
package final class Selfref: RecordedModule {
  package init() {}

  package func initModule() async throws(Errno) {
    prInfo("selfref: try_module_get = \(tryModuleGet(thisModule) ? 1 : 0)\n")
  }

  package func cleanupModule() async { modulePut(thisModule) }
}
