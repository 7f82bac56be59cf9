/// Running tasks in process context. C: `kernel/context.c` of 2.4.
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
        await yieldWhenSliceIsOver()
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
    var watchdog = Watchdog(patience: Self.longestList)
    while entry != detached, !isTornDown {
      guard watchdog.isPatient() else { return lockUp() }
      let next = try loadPointer(entry)
      let routine = try loadPointer(entry + layout.routine)
      try store32(entry + layout.sync, 0)
      deferred.context.nextTask = next
      if routine != .null { try await callWork(routine) }
      entry = next
    }
    current.stack.unwind(to: depth)
    deferred.context.nextTask = nil
    deferred.context.isRunning = false
    deferred.context.passes += 1
    tellProgress()
  }
}
