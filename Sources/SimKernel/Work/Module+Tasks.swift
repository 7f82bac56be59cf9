extension Module {
  /// Asks for a task to be run by a thread, in process context.
  ///
  /// Any context. C: `schedule_task` (2.4).
  /// - Returns: Whether it was put on the list now.
  @discardableResult
  public func scheduleTask(_ task: TaskQueueEntry) -> Bool {
    guard let calls = KernelCalls(self), calls.kernel.has(.scheduleTask, "schedule_task") else {
      return false
    }
    let entry = calls.kernel.place(task, in: calls.module)
    let result = calls.now { () throws(Trap) in try calls.kernel.scheduleTask(entry) }
    guard case .success(let isNew) = result else { return false }
    return isNew
  }

  /// Waits until every task that has been asked for has run.
  ///
  /// Process context. C: `flush_scheduled_tasks` (2.4).
  public func flushScheduledTasks() async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.scheduleTask, "flush_scheduled_tasks") else { return }
      await calls.kernel.flushScheduledTasks()
    }
  }
}
