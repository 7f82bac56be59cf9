public import SimKernel

let fwSet = ExportedSymbol("fw_set", as: ((ModuleHandle?) -> Void).self)

/// A framework that keeps a pointer to a client module:
/// `echo get|put|__get|show > /sys/module/fw/parameters/cmd`. C: `fw.c`.
public final class Fw: RecordedModule {
  private var client: ModuleHandle?
  public static var exports: [ModuleExport] {
    [.symbol(fwSet) { (m: Fw) in { m.client = $0 } }]
  }
  public static var parameters: [ModuleParameter] {
    [
    .callback("cmd", set: { (m: Fw, text) throws(Errno) in try m.setCmd(text) }, permissions: 0o200)
  ]
  }
  public static let functions: [ModuleFunctionName] = [
    .text("fw_set"), .text("set_cmd"), .exit("m_exit")
  ]

  public init() {}

  private func setCmd(_ value: String?) throws(Errno) {
    guard let client else { throw .ENODEV }
    let verb = ["get", "put", "__get", "show"].first { sysfsStreq(value ?? "", $0) }
    func state() -> String { "state \(client.state?.rawValue ?? 0) refcount \(moduleRefcount(client))" }
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

  public func initModule() async throws(Errno) {}
  public func cleanupModule() async {}
}

/// The framework's client. C: `fw_client.c`.
public final class FwClient: RecordedModule {
  private var initMs = 0
  private var exitMs = 0
  public static let imports: [ModuleImport] = [.symbol(fwSet)]
  public static var parameters: [ModuleParameter] {
    [
    .int("init_ms", \FwClient.initMs, permissions: 0o444),
    .int("exit_ms", \FwClient.exitMs, permissions: 0o644),
  ]
  }

  public init() {}

  public func initModule() async throws(Errno) {
    try call(fwSet, thisModule)
    prInfo("fw_client: init\n")
    await msleep(initMs)
  }

  public func cleanupModule() async {
    prInfo("fw_client: exit\n")
    await msleep(exitMs)
    try? call(fwSet, nil)
  }
}

/// Pins itself in init, and would unpin in exit, which can never run. C: `selfref.c`.
public final class Selfref: RecordedModule {
  public init() {}

  public func initModule() async throws(Errno) {
    prInfo("selfref: try_module_get = \(tryModuleGet(thisModule) ? 1 : 0)\n")
  }

  public func cleanupModule() async { modulePut(thisModule) }
}
