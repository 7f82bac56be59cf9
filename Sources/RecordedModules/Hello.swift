package import SimKernel

/// C: `hello.c`.
package final class Hello: RecordedModule {
  package static let modinfo = ModuleInfo("does nothing", version: "1.0")
  package static let functions: [ModuleFunctionName] = [.exit("m_exit")]

  package init() {}

  package func initModule() async throws(Errno) { prInfo("hello: init\n") }
  package func cleanupModule() async { prInfo("hello: exit\n") }
}
