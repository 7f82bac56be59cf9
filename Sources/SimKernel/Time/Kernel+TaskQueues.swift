/// Task queues, walked through the memory that their entries lie in. C: `include/linux/tqueue.h` of
/// 2.2 and 2.4, `__run_task_queue` (`kernel/softirq.c` of 2.4).
extension Kernel {
  /// Lays the heads of the queues out in the kernel's own data.
  func initialiseTaskQueues() {
    guard version.facilities.contains(.taskQueues) else { return }
    for queue in TaskQueue.allCases {
      if queue == .scheduler, !version.facilities.contains(.schedulerQueue) { continue }
      let head = memory.allocateData(bytes: 2 * wordBytes)
      taskQueues[queue] = head
      guard version.taskQueueOrder == .oldestFirst else { continue }
      _ = memory.storeWord(head, head.rawValue)
      _ = memory.storeWord(head + wordBytes, head.rawValue)
    }
  }

  /// Whether a tick would find a task to run, without executing anything.
  var hasQueuedTasks: Bool {
    guard let head = taskQueues[.timer], let first = memory.loadWord(head) else { return false }
    return first != (version.taskQueueOrder == .oldestFirst ? head.rawValue : 0)
  }

  func isTaskQueueEmpty(_ head: Address) throws(Trap) -> Bool {
    switch version.taskQueueOrder {
    case .oldestFirst: try isListEmpty(head)
    case .newestFirst: try loadPointer(head) == .null
    }
  }

  /// Puts an entry on a queue, unless it is on one.
  ///
  /// Any context. C: `queue_task`.
  ///
  /// - Returns: Whether it was put there.
  func queueTask(_ entry: Address, on queue: TaskQueue) throws(Trap) -> Bool {
    guard let head = taskQueues[queue] else { return false }
    enter(.queueTask)
    let syncAddress = entry + TaskQueueEntry.Layout(version).sync
    let sync = try load32(syncAddress)
    if sync & 1 == 0 {
      try store32(syncAddress, sync | 1)
      switch version.taskQueueOrder {
      case .oldestFirst: try addToList(entry, before: head)
      case .newestFirst:
        try storePointer(entry, try loadPointer(head))
        try storePointer(head, entry)
      }
    }
    current.stack.leave()
    return sync & 1 == 0
  }

  /// Calls every routine on a queue once.
  ///
  /// C: `run_task_queue`.
  ///
  /// The list is taken off first, and `sync` is cleared before each call: a routine that queues
  /// itself again is called in the next pass, never in this one.
  func run(_ queue: TaskQueue) throws(Trap) {
    guard let head = taskQueues[queue] else { return }
    switch version.taskQueueOrder {
    case .oldestFirst: try runList(head)
    case .newestFirst: try runChain(head)
    }
  }

  /// C: `__run_task_queue` of 2.4.
  private func runList(_ head: Address) throws(Trap) {
    let stack = current.stack
    enter(.runTaskQueue)
    // The whole list now hangs on a head of its own, on the stack.
    let detached = stack.reserve(bytes: 2 * wordBytes)
    try addToList(detached, after: head)
    try removeFromList(head)
    try initialiseList(head)
    var entry = try loadPointer(detached)
    var count = 0
    while entry != detached {
      let next = try loadPointer(entry)
      processor.nextTask = next
      try runTask(entry, skipsNull: true)
      if isPanicked { return }
      entry = next
      count += 1
      guard count < Self.longestList else { return lockUp() }
    }
    processor.nextTask = nil
    stack.leave()
  }

  /// C: `run_task_queue` of 2.2, which is part of whoever calls it.
  private func runChain(_ head: Address) throws(Trap) {
    var entry = try loadPointer(head)
    try storePointer(head, .null)
    var count = 0
    while entry != .null {
      let next = try loadPointer(entry)
      processor.nextTask = next
      try runTask(entry, skipsNull: false)
      if isPanicked { return }
      entry = next
      count += 1
      guard count < Self.longestList else { return lockUp() }
    }
    processor.nextTask = nil
  }

  private func runTask(_ entry: Address, skipsNull: Bool) throws(Trap) {
    let layout = TaskQueueEntry.Layout(version)
    let routine = try loadPointer(entry + layout.routine)
    let data = try loadWord(entry + layout.data)
    try store32(entry + layout.sync, 0)
    if routine != .null || !skipsNull { try callHandler(routine, data: data) }
  }
}
