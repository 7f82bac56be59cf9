import SimKernel

/// C: `hello.c`.
public final class Hello: Module {
  public static let modinfo = ModuleInfo(description: "does nothing", version: "1.0")
  public static let functions: [ModuleFunctionName] = [.exit("m_exit"), .initialiser("m_init")]

  public init() {}

  public func initModule() async throws(Errno) { prInfo("hello: init\n") }
  public func cleanupModule() async { prInfo("hello: exit\n") }
}
