package import SimKernel

let slowFn = ExportedSymbol("slow_fn", as: (() -> Int32).self)

/// Slow init and exit, with a device that is registered first thing in init.
///
/// C: `slow.c`.
package final class Slow: RecordedModule {
  private var initMs = 0
  private var exitMs = 0
  private var initRet = 0
  private var unregFirst = 0
  private var got = 0
  private lazy var fops = FileOperations(
    prefix: "d", owner: self, open: dOpen, release: dRelease)

  package static var exports: [ModuleExport] {
    [.symbol(slowFn) { (m: Slow) in { 7 } }]
  }
  package static var parameters: [ModuleParameter] {
    [
      .int("init_ms", \Slow.initMs, permissions: 0o444),
      .int("exit_ms", \Slow.exitMs, permissions: 0o644),
      .int("init_ret", \Slow.initRet, permissions: 0o444),
      .int("unreg_first", \Slow.unregFirst, permissions: 0o644),
    ]
  }

  package init() {}

  private var count: String {
    "module_refcount=\(refcount) state=\(stateNumber)"
  }

  private func dOpen(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("slow: open, \(count)\n")
  }

  private func dRelease(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("slow: release\n")
  }

  package func initModule() async throws(Errno) {
    got = try registerChrdev(0, "slow", fops)
    prInfo("slow: init begins, major \(got), \(count)\n")
    await msleep(initMs)
    if initRet < 0 { try? unregisterChrdev(got, "slow") }
    prInfo("slow: init ends, returns \(initRet)\n")
    if initRet != 0 { throw Errno(rawValue: -initRet) }
  }

  package func cleanupModule() async {
    prInfo("slow: exit begins, \(count)\n")
    if unregFirst != 0 { try? unregisterChrdev(got, "slow") }
    await msleep(exitMs)
    if unregFirst == 0 { try? unregisterChrdev(got, "slow") }
    prInfo("slow: exit ends\n")
  }
}

/// Needs a symbol of slow.
///
/// C: `slow_user.c`.
package final class SlowUser: RecordedModule {
  package static let imports: [ModuleImport] = [.symbol(slowFn)]

  package init() {}

  package func initModule() async throws(Errno) {
    prInfo("slow_user: slow_fn() = \(try call(slowFn))\n")
  }

  package func cleanupModule() async { prInfo("slow_user: bye\n") }
}
