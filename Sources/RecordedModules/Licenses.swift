public import SimKernel

/// Uses a symbol of the kernel that only GPL modules get. C: `gpluser.c`.
public final class Gpluser: RecordedModule {
  public static let license = "Dual BSD/GPL"
  public static let imports: [ModuleImport] = [
    .named("schedule_hrtimeout"), .named("queue_work_on"),
  ]

  public init() {}

  public func initModule() async throws(Errno) { prInfo("gpluser: queue_work_on\n") }
  public func cleanupModule() async { prInfo("0\n") }
}

/// Uses only symbols that every module gets. C: `prop.c`.
public final class Prop: RecordedModule {
  public static let license = "Dual BSD/GPL"

  public init() {}

  public func initModule() async throws(Errno) { prInfo("prop: init\n") }
  public func cleanupModule() async { prInfo("prop: exit\n") }
}
