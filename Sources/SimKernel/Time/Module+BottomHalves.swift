extension Module {
  /// Asks for a bottom half to be run at the next occasion: tasks on ``TaskQueue/immediate`` need
  /// that.
  ///
  /// Any context. C: `mark_bh` (2.2 and 2.4).
  public func markBH(_ half: KernelVersion.BottomHalf) {
    guard let calls = KernelCalls(self), calls.kernel.has(.taskQueues, "mark_bh") else { return }
    calls.kernel.markBottomHalf(half)
    if !calls.kernel.isInInterrupt { calls.kernel.leaveToSoftirqThread() }
  }

  /// Calls every task on a queue once, here and now.
  ///
  /// Any context. C: `run_task_queue` (2.2 and 2.4).
  public func runTaskQueue(_ queue: TaskQueue) {
    guard let calls = KernelCalls(self), calls.kernel.has(.taskQueues, "run_task_queue")
    else { return }
    _ = calls.now { () throws(Trap) in try calls.kernel.run(queue) }
  }

  /// Waits until no other processor is in a bottom half.
  ///
  /// Process context. C: `synchronize_bh` (2.2); it is exported on machines with several processors.
  public func synchronizeBH() async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.synchronizeBH, "synchronize_bh") else { return }
      await calls.kernel.synchronizeBottomHalves()
    }
  }
}
