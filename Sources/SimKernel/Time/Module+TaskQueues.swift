extension Module {
  /// Asks for a routine to be called once, later.
  ///
  /// Any context. C: `queue_task` (2.2 and 2.4).
  ///
  /// There is no call that takes an entry off its queue again.
  /// - Parameters:
  ///   - task: What to call; it stays where it is if it is on a queue already.
  ///   - queue: When to call it.
  /// - Returns: Whether it was put on the queue now.
  @discardableResult
  public func queueTask(_ task: TaskQueueEntry, on queue: TaskQueue) -> Bool {
    guard let calls = KernelCalls(self), calls.kernel.has(.taskQueues, "queue_task") else {
      return false
    }
    let entry = calls.kernel.place(task, in: calls.module)
    let result = calls.now { () throws(Trap) in try calls.kernel.queueTask(entry, on: queue) }
    guard case .success(let wasQueued) = result else { return false }
    if wasQueued { calls.kernel.record(.registered(kind: "task", name: queue.rawValue)) }
    return wasQueued
  }

  /// The time in ticks since the machine was booted.
  ///
  /// Any context. C: `jiffies`.
  public var jiffies: Int {
    noteRead(.table(.jiffies))
    return KernelCalls(self)?.kernel.jiffies ?? 0
  }
}
