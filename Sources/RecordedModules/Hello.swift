public import SimKernel

/// Does nothing. C: `hello.c`.
public final class Hello: Module {
  public init() {}

  public func initModule() async throws(Errno) { printk("hello: init\n", .info) }
  public func cleanupModule() async { printk("hello: exit\n", .info) }
}
