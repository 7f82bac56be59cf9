public import SimKernel

/// C: `hello.c`.
public final class Hello: RecordedModule {
  public static let modinfo = ModuleInfo("does nothing", version: "1.0")
  public static let functions: [ModuleFunctionName] = [.exit("m_exit")]

  public init() {}

  public func initModule() async throws(Errno) { prInfo("hello: init\n") }
  public func cleanupModule() async { prInfo("hello: exit\n") }
}
