package import SimKernel

/// Init, but no exit function: permanent.
///
/// C: `noexit.c`.
package final class Noexit: RecordedModule {
  package static let hasCleanupModule = false
  package init() {}
  package func initModule() async throws(Errno) { prInfo("noexit: init\n") }
}

/// Neither init nor exit.
///
/// C: `noinit.c`.
package final class Noinit: RecordedModule {
  package static let hasInitModule = false
  package static let hasCleanupModule = false
  private var noinitVar = 1
  package init() {}
}

/// Exit, but no init.
///
/// C: `exitonly.c`.
package final class Exitonly: RecordedModule {
  package static let hasInitModule = false
  package static let functions: [ModuleFunctionName] = [.exit("m_exit")]
  package init() {}
  package func cleanupModule() async { prInfo("exitonly: exit\n") }
}
