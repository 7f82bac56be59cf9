/// Wait queues where they lie: in 2.2 a ring of entries that ends where the pointer lies, from 2.4 on
/// a list.
extension Kernel {
  /// Whether a queue is 2.2's: one pointer.
  private var isRing: Bool { !version.facilities.contains(.waitEvent) }
  /// Whether whoever wakes a sleeper in `wait_event` takes it off the queue as well.
  ///
  /// C: `autoremove_wake_function` (2.6 on).
  private var removesWoken: Bool { version.facilities.contains(.prepareToWait) }
  /// Where in an entry its links stand.
  ///
  /// C: `task_list`.
  private var linksOffset: UInt64 { 2 * wordBytes }
  /// The pointer of a ring lies where an entry at this address would have its link.
  ///
  /// C: `WAIT_QUEUE_HEAD`.
  private func ringHead(_ queue: Address) -> Address { Address(queue.rawValue - wordBytes) }

  /// Makes an entry for the current process on its own stack.
  ///
  /// C: `wait_queue_t`, `struct wait_queue` (2.2).
  func makeWaitEntry(exclusive: Bool = false, leavesByItself: Bool = false) -> Address {
    let entry = current.stack.reserve(bytes: 4 * wordBytes)
    let flags = (exclusive ? 1 : 0) | (leavesByItself && removesWoken ? 2 : 0)
    _ = memory.storeWord(entry, isRing ? current.stack.base.rawValue : UInt64(flags))
    _ = memory.storeWord(entry + wordBytes, isRing ? 0 : current.stack.base.rawValue)
    _ = memory.storeWord(entry + linksOffset, (entry + linksOffset).rawValue)
    _ = memory.storeWord(entry + linksOffset + wordBytes, (entry + linksOffset).rawValue)
    return entry
  }

  /// Links an entry in: in front, or at the end where one of many is to be woken.
  ///
  /// C: `__add_wait_queue`, `add_wait_queue_exclusive`.
  func addWaitEntry(_ entry: Address, to queue: Address) throws(Trap) {
    current.waitEntry = entry
    if isRing {
      let first = try loadPointer(queue)
      try storePointer(entry + wordBytes, first == .null ? ringHead(queue) : first)
      return try storePointer(queue, entry)
    }
    let isExclusive = try loadWord(entry) & 1 != 0
    let head = queue + wordBytes
    if isExclusive {
      try addToList(entry + linksOffset, before: head)
    } else {
      try addToList(entry + linksOffset, after: head)
    }
  }

  /// Whether an entry is linked in.
  func isWaiting(_ entry: Address) throws(Trap) -> Bool {
    // A sleeper of 2.2 stays in the ring until it leaves by itself; before it has no next one.
    if isRing { return try loadPointer(entry + wordBytes) != .null }
    return try !isListEmpty(entry + linksOffset)
  }

  /// Takes an entry out, unless whoever woke it has.
  ///
  /// C: `__remove_wait_queue`, `finish_wait`.
  func removeWaitEntry(_ entry: Address, from queue: Address) throws(Trap) {
    current.waitEntry = nil
    if isRing { return try removeFromRing(entry) }
    guard try isWaiting(entry) else { return }
    try removeFromList(entry + linksOffset)
    try initialiseList(entry + linksOffset)
  }

  /// Goes once round the ring to whoever points at the entry.
  private func removeFromRing(_ entry: Address) throws(Trap) {
    let next = try loadPointer(entry + wordBytes)
    var link = next
    var count = 0
    while case let following = try loadPointer(link + wordBytes), following != entry {
      link = following
      count += 1
      guard count < Self.longestList else { return lockUp() }
    }
    try storePointer(link + wordBytes, next)
  }

  /// Whether anybody sleeps on a queue.
  ///
  /// Any context. C: `waitqueue_active`.
  func isActive(_ queue: Address) throws(Trap) -> Bool {
    guard isRing else { return try !isListEmpty(queue + wordBytes) }
    let first = try loadPointer(queue)
    return first != .null && first != ringHead(queue)
  }

  /// Makes processes runnable that sleep on a queue in one of the states: everybody, but of those
  /// who want to be woken one at a time only so many.
  ///
  /// Any context. C: `__wake_up`.
  func wake(
    _ queue: Address, _ states: Set<Process.State>, exclusive limit: Int = 1
  ) throws(Trap) {
    let depth = current.stack.depth
    enter(.wakeUp)
    if isRing { try wakeRing(queue, states) } else { try wakeList(queue, states, limit) }
    if isPanicked { return }
    stepInPlace("__wake_up: before it returns")
    current.stack.unwind(to: depth)
  }

  private func wakeRing(_ queue: Address, _ states: Set<Process.State>) throws(Trap) {
    var entry = try loadPointer(queue)
    guard entry != .null else { return }
    let head = ringHead(queue)
    var count = 0
    while entry != head {
      let task = try loadPointer(entry)
      entry = try loadPointer(entry + wordBytes)
      _ = try wake(task, states)
      count += 1
      guard count < Self.longestList else { return lockUp() }
    }
  }

  private func wakeList(
    _ queue: Address, _ states: Set<Process.State>, _ limit: Int
  ) throws(Trap) {
    let head = queue + wordBytes
    var links = try loadPointer(head)
    var left = limit
    var count = 0
    while links != head {
      let entry = Address(links.rawValue - linksOffset)
      let task = try loadPointer(entry + wordBytes)
      let flags = try loadWord(entry)
      let next = try loadPointer(links)
      if try wake(task, states) {
        if flags & 2 != 0 {
          try removeFromList(links)
          try initialiseList(links)
        }
        if flags & 1 != 0 { left -= 1 }
        if flags & 1 != 0, left == 0 { return }
      }
      links = next
      count += 1
      guard count < Self.longestList else { return lockUp() }
    }
  }

  /// C: `try_to_wake_up`.
  private func wake(_ task: Address, _ states: Set<Process.State>) throws(Trap) -> Bool {
    _ = try loadWord(task)
    guard let process = processes.withDescriptor(at: task), states.contains(process.state) else {
      return false
    }
    wakeUpProcess(process)
    return true
  }
}
