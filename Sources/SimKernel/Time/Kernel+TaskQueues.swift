/// Task queues, walked through the memory that their entries lie in. C: `include/linux/tqueue.h`,
/// `kernel/timer.c` of 2.4.
extension Kernel {
  /// Lays the heads of the queues out in the kernel's own data.
  func initialiseTaskQueues() {
    for queue in TaskQueue.allCases {
      let head = memory.allocateData(bytes: 2 * wordBytes)
      taskQueues[queue] = head
      _ = memory.storeWord(head, head.rawValue)
      _ = memory.storeWord(head + wordBytes, head.rawValue)
    }
  }

  /// Whether a queue holds anything, without executing anything.
  var hasQueuedTasks: Bool {
    TaskQueue.allCases.contains { queue in
      taskQueues[queue].map { memory.loadWord($0) != $0.rawValue } ?? false
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
    let sync = try load32(entry + TaskQueueEntry.syncOffset)
    if sync & 1 == 0 {
      try store32(entry + TaskQueueEntry.syncOffset, sync | 1)
      switch version.taskQueueOrder {
      case .oldestFirst: try addToList(entry, before: head)
      case .newestFirst: try addToList(entry, after: head)
      }
    }
    current.stack.leave()
    return sync & 1 == 0
  }

  /// Calls every routine on a queue once.
  ///
  /// C: `__run_task_queue`.
  ///
  /// The list is taken off first, and `sync` is cleared before each call: a routine that queues
  /// itself again is called in the next pass, never in this one.
  func run(_ queue: TaskQueue) throws(Trap) {
    guard let head = taskQueues[queue] else { return }
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
      let routine = try loadPointer(entry + TaskQueueEntry.routineOffset)
      let data = try loadWord(entry + TaskQueueEntry.dataOffset)
      try store32(entry + TaskQueueEntry.syncOffset, 0)
      if routine != .null { try callRoutine(routine, data: data) }
      if isPanicked { return }
      entry = next
      count += 1
      guard count < Self.longestList else { return lockUp() }
    }
    stack.leave()
  }
}
