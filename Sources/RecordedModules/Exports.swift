package import SimKernel

let expaFunc = ExportedSymbol("expa_func", as: ((Int32) -> Int32).self)
let expaGPL = ExportedSymbol("expa_gpl", as: ((Int32) -> Int32).self)
let expbFunc = ExportedSymbol("expb_func", as: ((Int32) -> Int32).self)

/// Exports two functions.
///
/// C: `expa.c`.
package final class Expa: RecordedModule {
  package static var exports: [ModuleExport] {
    [
      .symbol(expaFunc) { (module: Expa) in module.func }, .gplOnly(expaGPL) { (m: Expa) in m.gpl },
    ]
  }
  package static let functions: [ModuleFunctionName] = [
    .text("expa_func"), .text("expa_gpl"), .exit("m_exit"),
  ]

  package init() {}

  private func `func`(_ x: Int32) -> Int32 { x + 1 }
  private func gpl(_ x: Int32) -> Int32 { x + 2 }

  package func initModule() async throws(Errno) { prInfo("expa: init\n") }
  package func cleanupModule() async { prInfo("expa: bye\n") }
}

/// Uses expa's function: a static symbol dependency; also exports one for expc.
///
/// C: `expb.c`.
package final class Expb: RecordedModule {
  private var ret = 0
  package static var parameters: [ModuleParameter] {
    [.int("ret", \Expb.ret, permissions: 0o444)]
  }
  package static var exports: [ModuleExport] {
    [.symbol(expbFunc) { (m: Expb) in m.func }]
  }
  package static let imports: [ModuleImport] = [.symbol(expaFunc)]

  package init() {}

  private func `func`(_ x: Int32) -> Int32 { ((try? call(expaFunc, x)) ?? 0) * 2 }

  package func initModule() async throws(Errno) {
    prInfo("expb: expa_func(41) = \(try call(expaFunc, 41))\n")
    if ret != 0 { throw Errno(rawValue: -Int(ret)) }
  }

  package func cleanupModule() async { prInfo("expb: bye\n") }
}

/// Uses both expa and expb.
///
/// C: `expc.c`.
package final class Expc: RecordedModule {
  package static let imports: [ModuleImport] = [.symbol(expaGPL), .symbol(expbFunc)]

  package init() {}

  package func initModule() async throws(Errno) {
    prInfo("expc: \(try call(expaGPL, 1)) \(try call(expbFunc, 1))\n")
  }

  package func cleanupModule() async { prInfo("expc: bye\n") }
}

/// Uses functions that nobody exports.
///
/// C: `nosym.c`.
package final class Nosym: RecordedModule {
  private let first = ExportedSymbol("nobody_exports_this", as: ((Int32) -> Int32).self)
  private let second = ExportedSymbol("nor_this", as: (() -> Int32).self)
  // In the order in which the object file lists them: 6.1 complains of nor_this first.
  package static let imports: [ModuleImport] = [.named("nor_this"), .named("nobody_exports_this")]

  package init() {}

  package func initModule() async throws(Errno) {
    prInfo("nosym: \(try call(first, 1)) \(try call(second))\n")
  }

  package func cleanupModule() async {}
}
