package import SimKernel

/// A kernel thread that loops.
///
/// C: `kth.inc`.
package class LoopingThread: RecordedModule {
  class var name: String { "" }
  /// Whether exit stops the thread.
  class var isStopped: Bool { true }
  /// Whether the thread looks at `kthread_should_stop`.
  class var looks: Bool { true }

  private var periodMs = 500
  private var count = 0
  private var thread: KernelThread?

  package class var parameters: [ModuleParameter] {
    [.int("period_ms", \LoopingThread.periodMs, permissions: 0o644)]
  }

  package class var functions: [ModuleFunctionName] { [.text("loop"), .exit("m_exit")] }

  package required init() {}

  private var name: String { Self.name }

  private func loop() async -> Int {
    while !Self.looks || !kthreadShouldStop {
      count += 1
      prInfo("\(name): loop \(count)\n")
      await msleep(periodMs)
    }
    prInfo("\(name): thread ends\n")
    return 42
  }

  package func initModule() async throws(Errno) {
    let started = try kthreadRun("\(name)_thr", function: "loop", loop)
    thread = started
    prInfo("\(name): thread pid \(started.process.pid), function \(address(ofFunction: "loop"))\n")
  }

  package func cleanupModule() async {
    if Self.isStopped, let thread {
      prInfo("\(name): kthread_stop returned \(await kthreadStop(thread))\n")
    }
    prInfo("\(name): bye\n")
  }
}

/// C: `kth_bad.c`.
package final class KthBad: LoopingThread {
  override class var name: String { "kth_bad" }
  override class var isStopped: Bool { false }
}

/// C: `kth_hang.c`.
package final class KthHang: LoopingThread {
  override class var name: String { "kth_hang" }
  override class var looks: Bool { false }
}

/// C: `kth_ok.c`.
package final class KthOk: LoopingThread { override class var name: String { "kth_ok" } }
