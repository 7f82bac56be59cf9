public import SimKernel

/// Init returns whatever the parameter says. C: `initret.c`.
public final class Initret: RecordedModule {
  private var ret = 0
  public static var parameters: [ModuleParameter] {
    [.int("ret", \Initret.ret, permissions: 0o444)]
  }
  public static let functions: [ModuleFunctionName] = [.exit("m_exit")]

  public init() {}

  public func initModule() async throws(Errno) {
    prInfo("initret: init returns \(ret)\n")
    if ret != 0 { throw Errno(rawValue: -ret) }
  }

  public func cleanupModule() async { prInfo("initret: bye\n") }
}
