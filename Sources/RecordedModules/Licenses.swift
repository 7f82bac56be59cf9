package import SimKernel

/// Uses a symbol of the kernel that only GPL modules get.
///
/// C: `gpluser.c`.
package final class Gpluser: RecordedModule {
  package static let license = "Dual BSD/GPL"
  package static let imports: [ModuleImport] = [
    .named("schedule_hrtimeout"), .named("queue_work_on"),
  ]

  package init() {}

  package func initModule() async throws(Errno) { prInfo("gpluser: queue_work_on\n") }
  package func cleanupModule() async { prInfo("0\n") }
}

/// Uses only symbols that every module gets.
///
/// C: `prop.c`.
package final class Prop: RecordedModule {
  package static let license = "Dual BSD/GPL"

  package init() {}

  package func initModule() async throws(Errno) { prInfo("prop: init\n") }
  package func cleanupModule() async { prInfo("prop: exit\n") }
}
