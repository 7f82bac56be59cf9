import SimKernel

/// Takes and drops a dynamic reference on expa:
/// `echo get|put|getgpl|putgpl > /sys/module/symget/parameters/cmd`. C: `symget.c`.
public final class Symget: Module {
  public static let parameters: [ModuleParameter] = [
    .callback("cmd", set: { (m: Symget, text) throws(Errno) in try m.setCmd(text) }, permissions: 0o200)
  ]

  public init() {}

  private func setCmd(_ value: String?) throws(Errno) {
    switch value.map(sysfsText) {
    case "getgpl": try get(expaGPL)
    case "get": try get(expaFunc)
    case "putgpl": symbolPut("expa_gpl")
    case "put": symbolPut("expa_func")
    default: throw .EINVAL
    }
  }

  private func get(_ symbol: ExportedSymbol<Int32, Int32>) throws(Errno) {
    let found = symbolGet(symbol)
    // %ps: the symbol's name with its module; of NULL the number.
    let name = found?.description ?? "0x0"
    let result = found.map { call($0, 1) } ?? -1
    prInfo("symget: symbol_get(\(symbol.name)) = \(name), call: \(result)\n")
    if found == nil { throw .ENOENT }
  }

  public func initModule() async throws(Errno) {}
  public func cleanupModule() async {}
}
