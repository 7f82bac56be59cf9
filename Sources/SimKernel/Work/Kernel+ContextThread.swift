/// 2.4's thread for tasks that may sleep. C: `kernel/context.c`.
struct ContextThread {
  /// The head of the list of tasks; nil until there was one.
  ///
  /// C: `tq_context`.
  var list: Address?
  var process: Process?
  /// How often it has taken the list off and come to its end.
  var passes = 0
  var isRunning = false
}

extension Kernel {
  /// Asks for a task to be run in process context.
  ///
  /// Any context. C: `schedule_task`.
  /// - Returns: Whether it was put on the list now.
  func scheduleTask(_ entry: Address) throws(Trap) -> Bool {
    let head: Address
    do throws(Errno) { head = try contextList() } catch { throw .errno(error) }
    let sync = entry + TaskQueueEntry.Layout(version).sync
    let value = try load32(sync)
    guard value & 1 == 0 else { return false }
    try store32(sync, value | 1)
    try addToList(entry, before: head)
    if let thread = deferred.context.process { wakeUpProcess(thread) }
    return true
  }

  /// Waits until everything that is on the list now has run.
  ///
  /// Process context. C: `flush_scheduled_tasks`.
  func flushScheduledTasks() async {
    guard let list = deferred.context.list else { return }
    let isEmpty = memory.loadWord(list) == list.rawValue
    guard !isEmpty || deferred.context.isRunning else { return }
    let needed = deferred.context.passes + (deferred.context.isRunning && !isEmpty ? 2 : 1)
    if let thread = deferred.context.process { wakeUpProcess(thread) }
    await sleepUntil(in: "flush_scheduled_tasks") { deferred.context.passes >= needed }
  }

  private func contextList() throws(Errno) -> Address {
    if let list = deferred.context.list { return list }
    let list = memory.allocateData(bytes: 2 * wordBytes)
    _ = memory.storeWord(list, list.rawValue)
    _ = memory.storeWord(list + wordBytes, list.rawValue)
    deferred.context.list = list
    deferred.context.process = try startThread("keventd") { [unowned self] in
      enter(.contextThread)
      while !isTornDown {
        current.state = .interruptible
        if memory.loadWord(list) == list.rawValue {
          current.sleepingIn = "context_thread"
          await schedule()
        }
        current.state = .running
        guard !isTornDown else { break }
        do throws(Trap) { try await runTasks(list) } catch {
          if case .fault(let fault) = error { await die(fault) }
          break
        }
      }
      return 0
    }
    return list
  }

  /// C: `run_task_queue(&tq_context)`.
  private func runTasks(_ head: Address) async throws(Trap) {
    let depth = current.stack.depth
    deferred.context.isRunning = true
    enter(.runTaskQueue)
    let detached = current.stack.reserve(bytes: 2 * wordBytes)
    try moveList(head, to: detached)
    let layout = TaskQueueEntry.Layout(version)
    var entry = try loadPointer(detached)
    while entry != detached, !isTornDown {
      let next = try loadPointer(entry)
      let routine = try loadPointer(entry + layout.routine)
      try store32(entry + layout.sync, 0)
      if routine != .null { try await callWork(routine) }
      entry = next
    }
    current.stack.unwind(to: depth)
    deferred.context.isRunning = false
    deferred.context.passes += 1
    tellProgress()
  }
}

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
