public import SimKernel

/// Init, but no exit function: permanent. C: `noexit.c`.
public final class Noexit: RecordedModule {
  public static let hasCleanupModule = false
  public init() {}
  public func initModule() async throws(Errno) { prInfo("noexit: init\n") }
}

/// Neither init nor exit. C: `noinit.c`.
public final class Noinit: RecordedModule {
  public static let hasInitModule = false
  public static let hasCleanupModule = false
  private var noinitVar = 1
  public init() {}
}

/// Exit, but no init. C: `exitonly.c`.
public final class Exitonly: RecordedModule {
  public static let hasInitModule = false
  public static let functions: [ModuleFunctionName] = [.exit("m_exit")]
  public init() {}
  public func cleanupModule() async { prInfo("exitonly: exit\n") }
}
