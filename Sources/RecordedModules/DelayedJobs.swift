public import SimKernel

/// Delayed work that queues itself again. C: `dwork.inc`.
public class RearmingWork: RecordedModule {
  class var name: String { "" }
  class var cure: Cure { .none }
  class var isOnHeap: Bool { false }

  private var periodMs = 500
  private var sleepMs = 0
  private var count = 0
  private lazy var work = DelayedWork("job", job)

  public class var parameters: [ModuleParameter] {
    [
      .int("period_ms", \RearmingWork.periodMs, permissions: 0o644),
      .int("sleep_ms", \RearmingWork.sleepMs, permissions: 0o644),
    ]
  }

  /// The compiler takes `job` for cold.
  public class var functions: [ModuleFunctionName] { [.exit("m_exit"), .cold("job")] }

  public required init() {}

  private var name: String { Self.name }

  private func job() async {
    count += 1
    prInfo("\(name): job \(count) by \(current?.name ?? "")/\(current?.pid ?? 0)\n")
    if sleepMs != 0 { await msleep(sleepMs) }
    _ = scheduleDelayedWork(work, delay: msecsToJiffies(periodMs))
  }

  public func initModule() async throws(Errno) {
    if Self.isOnHeap { _ = try kmalloc(work) }
    _ = scheduleDelayedWork(work, delay: msecsToJiffies(periodMs))
    prInfo("\(name): work at \(address(of: work)), function \(address(ofFunction: "job"))\n")
  }

  public func cleanupModule() async {
    if Self.cure == .waits {
      let result = await cancelDelayedWorkSync(work) ? 1 : 0
      prInfo("\(name): cancel_delayed_work_sync returned \(result)\n")
    }
    prInfo("\(name): bye\n")
  }
}

/// C: `dwork_bad.c`.
public final class DworkBad: RearmingWork { override class var name: String { "dwork_bad" } }

/// C: `dwork_heap.c`.
public final class DworkHeap: RearmingWork {
  override class var name: String { "dwork_heap" }
  override class var isOnHeap: Bool { true }
}

/// C: `dwork_ok.c`.
public final class DworkOk: RearmingWork {
  override class var name: String { "dwork_ok" }
  override class var cure: Cure { .waits }
}
