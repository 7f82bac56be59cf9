package import SimKernel

/// Delayed work that queues itself again.
///
/// C: `dwork.inc`.
package class RearmingWork: RecordedModule {
  class var name: String { "" }
  class var cure: Cure { .none }
  class var isOnHeap: Bool { false }

  private var periodMs = 500
  private var sleepMs = 0
  private var count = 0
  private lazy var work = DelayedWork("job", job)

  package class var parameters: [ModuleParameter] {
    [
      .int("period_ms", \RearmingWork.periodMs, permissions: 0o644),
      .int("sleep_ms", \RearmingWork.sleepMs, permissions: 0o644),
    ]
  }

  /// The compiler takes `job` for cold.
  package class var functions: [ModuleFunctionName] { [.exit("m_exit"), .cold("job")] }

  package required init() {}

  private var name: String { Self.name }

  private func job() async {
    count += 1
    prInfo("\(name): job \(count) by \(current?.name ?? "")/\(current?.pid ?? 0)\n")
    if sleepMs != 0 { await msleep(sleepMs) }
    _ = scheduleDelayedWork(work, delay: msecsToJiffies(periodMs))
  }

  package func initModule() async throws(Errno) {
    if Self.isOnHeap { _ = try kmalloc(work) }
    _ = scheduleDelayedWork(work, delay: msecsToJiffies(periodMs))
    prInfo("\(name): work at \(address(of: work)), function \(address(ofFunction: "job"))\n")
  }

  package func cleanupModule() async {
    if Self.cure == .waits {
      let result = await cancelDelayedWorkSync(work) ? 1 : 0
      prInfo("\(name): cancel_delayed_work_sync returned \(result)\n")
    }
    prInfo("\(name): bye\n")
  }
}

/// C: `dwork_bad.c`.
package final class DworkBad: RearmingWork { override class var name: String { "dwork_bad" } }

/// C: `dwork_heap.c`.
package final class DworkHeap: RearmingWork {
  override class var name: String { "dwork_heap" }
  override class var isOnHeap: Bool { true }
}

/// C: `dwork_ok.c`.
package final class DworkOk: RearmingWork {
  override class var name: String { "dwork_ok" }
  override class var cure: Cure { .waits }
}
