/// The processes that are ready to run, longest waiting first.
///
/// C: `runqueue_head` of 2.2 and 2.4.
struct RunQueue {
  private var slots: [Process?] = []
  private var head = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Who has waited longest.
  var first: Process? {
    for process in inOrder { return process }
    return nil
  }

  /// Everybody, longest waiting first.
  var inOrder: some Sequence<Process> { slots[head...].lazy.compactMap { $0 } }

  func contains(_ process: Process) -> Bool { process.runQueueSlot != nil }

  /// Puts a process at the end, unless it is there already.
  mutating func append(_ process: Process) {
    guard process.runQueueSlot == nil else { return }
    process.runQueueSlot = slots.count
    slots.append(process)
    count += 1
  }

  mutating func remove(_ process: Process) {
    guard let slot = process.runQueueSlot else { return }
    process.runQueueSlot = nil
    slots[slot] = nil
    count -= 1
    while head < slots.count, slots[head] == nil { head += 1 }
    if head > 64, head * 2 > slots.count { compact() }
  }

  mutating func removeAll() {
    for process in inOrder { process.runQueueSlot = nil }
    self = RunQueue()
  }

  private mutating func compact() {
    slots.removeFirst(head)
    head = 0
    for (index, process) in slots.enumerated() { process?.runQueueSlot = index }
  }
}
