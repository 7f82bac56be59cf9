package import SimKernel

/// Takes and drops a dynamic reference on expa:
/// `echo get|put|getgpl|putgpl > /sys/module/symget/parameters/cmd`.
///
/// C: `symget.c`.
package final class Symget: RecordedModule {
  package static var parameters: [ModuleParameter] {
    [
      .callback(
        "cmd", set: { (m: Symget, text) throws(Errno) in try m.setCmd(text) }, permissions: 0o200)
    ]
  }

  package init() {}

  private func setCmd(_ value: String?) throws(Errno) {
    switch ["getgpl", "get", "putgpl", "put"].first(where: { sysfsStreq(value ?? "", $0) }) {
    case "getgpl": try get(expaGPL)
    case "get": try get(expaFunc)
    case "putgpl": symbolPut("expa_gpl")
    case "put": symbolPut("expa_func")
    default: throw .EINVAL
    }
  }

  private func get(_ symbol: ExportedSymbol<Int32, Int32>) throws(Errno) {
    let found = symbolGet(symbol)
    let result = if let found { try call(found, 1) } else { Int32(-1) }
    prInfo("symget: symbol_get(\(symbol.name)) = \(symbolName(of: found)), call: \(result)\n")
    if found == nil { throw .ENOENT }
  }

  package func initModule() async throws(Errno) {}
  package func cleanupModule() async {}
}
