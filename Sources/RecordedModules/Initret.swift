package import SimKernel

/// Init returns whatever the parameter says.
///
/// C: `initret.c`.
package final class Initret: RecordedModule {
  private var ret = 0
  package static var parameters: [ModuleParameter] {
    [.int("ret", \Initret.ret, permissions: 0o444)]
  }
  package static let functions: [ModuleFunctionName] = [.exit("m_exit")]

  package init() {}

  package func initModule() async throws(Errno) {
    prInfo("initret: init returns \(ret)\n")
    if ret != 0 { throw Errno(rawValue: -ret) }
  }

  package func cleanupModule() async { prInfo("initret: bye\n") }
}
