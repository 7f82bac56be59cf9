package import SimKernel

/// What exit does about the timer, or the work, that is still armed.
///
/// C: `FIX`.
package enum Cure: Sendable {
  /// Nothing: wrong.
  case none
  /// `del_timer_sync`, `cancel_delayed_work_sync`, `kthread_stop`.
  case waits
  /// `del_timer`: does not wait for a callback that runs on another processor.
  case deletesOnly
}

/// A timer that arms itself again.
///
/// C: `tmr.inc`.
package class RearmingTimer: RecordedModule {
  class var name: String { "" }
  class var cure: Cure { .none }
  /// Whether the timer lies in memory that outlives the module.
  ///
  /// C: `HEAP`.
  class var isOnHeap: Bool { false }

  private var periodMs = 500
  private var busyMs = 0
  private var count = 0
  private lazy var timer = KernelTimer("tick", tick)

  package class var parameters: [ModuleParameter] {
    [
      .int("period_ms", \RearmingTimer.periodMs, permissions: 0o644),
      .int("busy_ms", \RearmingTimer.busyMs, permissions: 0o644),
    ]
  }

  /// Where exit does nothing about it, the compiler takes `tick` for cold.
  package class var functions: [ModuleFunctionName] {
    [cure == .none ? .cold("tick") : .text("tick"), .exit("m_exit")]
  }

  package required init() {}

  private var name: String { Self.name }

  private func tick() {
    count += 1
    prInfo("\(name): tick \(count)\n")
    if busyMs != 0 { mdelay(busyMs) }
    _ = modTimer(timer, expires: jiffies + msecsToJiffies(periodMs))
  }

  package func initModule() async throws(Errno) {
    if Self.isOnHeap { _ = try kmalloc(timer) }
    _ = modTimer(timer, expires: jiffies + msecsToJiffies(periodMs))
    prInfo("\(name): timer at \(address(of: timer)), callback \(address(ofFunction: "tick"))\n")
  }

  package func cleanupModule() async {
    switch Self.cure {
    case .none: break
    case .waits: prInfo("\(name): del_timer_sync returned \(await delTimerSync(timer))\n")
    case .deletesOnly: prInfo("\(name): del_timer returned \(delTimer(timer) ? 1 : 0)\n")
    }
    prInfo("\(name): bye\n")
  }
}

/// C: `tmr_bad.c`.
package final class TmrBad: RearmingTimer { override class var name: String { "tmr_bad" } }

/// C: `tmr_heap.c`.
package final class TmrHeap: RearmingTimer {
  override class var name: String { "tmr_heap" }
  override class var isOnHeap: Bool { true }
}

/// C: `tmr_ok.c`.
package final class TmrOk: RearmingTimer {
  override class var name: String { "tmr_ok" }
  override class var cure: Cure { .waits }
}

/// C: `tmr_del.c`.
package final class TmrDel: RearmingTimer {
  override class var name: String { "tmr_del" }
  override class var cure: Cure { .deletesOnly }
}
