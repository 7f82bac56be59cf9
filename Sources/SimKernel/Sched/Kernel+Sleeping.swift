/// Sleeping on a wait queue and waking those who sleep there. C: `kernel/sched.c` of 2.4.
extension Kernel {
  /// Bytes of an entry in a wait queue, on the stack of the process that sleeps.
  ///
  /// C: `wait_queue_t`.
  private static let entryBytes: UInt32 = 16
  /// Where in the entry the process stands.
  ///
  /// C: `task`.
  private static let taskOffset: UInt32 = 4
  /// Where in the entry its list links stand.
  ///
  /// C: `task_list`.
  private static let linksOffset: UInt32 = 8

  /// Puts the current process to sleep until it is woken.
  ///
  /// Process context. C: `sleep_on` and its like.
  ///
  /// No condition is tested: a wake-up that comes before the process is on the queue is lost.
  func sleep(
    on queue: Address, in symbol: KernelSymbol, _ state: Process.State
  ) async throws(Trap) {
    let process = current
    process.stack.enter(Code(symbol))
    step("\(symbol.name): before it is on the queue")
    process.state = state
    let entry = try addToQueue(queue, process)
    record(.slept(in: symbol.name, interruptible: state == .interruptible))
    await scheduleUnlessSignalled(process, in: symbol)
    guard !isTornDown else { return }
    try removeFromList(entry + Self.linksOffset)
    process.stack.leave()
  }

  /// Sleeps until a condition holds; it is tested after the process is on the queue, so no wake-up
  /// is lost.
  ///
  /// C: `wait_event`.
  func waitEvent(on queue: Address, _ condition: () -> Bool) async throws(Trap) {
    let process = current
    process.stack.enter(Code(.sleepOn))
    let entry = try addToQueue(queue, process)
    while true {
      process.state = .uninterruptible
      if condition() { break }
      // The condition is the module's code, and what it called may have faulted.
      if let death = process.takePendingDeath() { throw .fault(death) }
      step("wait_event: after the test, before schedule")
      record(.slept(in: "wait_event", interruptible: false))
      await scheduleUnlessSignalled(process, in: .sleepOn)
      if isTornDown { return }
    }
    process.state = .running
    try removeFromList(entry + Self.linksOffset)
    process.stack.leave()
  }

  /// Makes an entry for a process on its own stack, and links it into a queue.
  ///
  /// C: `__add_wait_queue`.
  private func addToQueue(_ queue: Address, _ process: Process) throws(Trap) -> Address {
    let entry = process.stack.reserve(bytes: Self.entryBytes)
    try storePointer(entry + Self.taskOffset, process.stack.base)
    try addToList(entry + Self.linksOffset, after: queue + WaitQueue.listOffset)
    return entry
  }

  private func scheduleUnlessSignalled(_ process: Process, in symbol: KernelSymbol) async {
    process.sleepingIn = symbol.name
    if process.state == .interruptible, process.hasPendingSignal { process.state = .running }
    await schedule()
  }

  /// Whether anybody sleeps on a queue.
  ///
  /// Any context. C: `waitqueue_active`.
  func isActive(_ queue: Address) throws(Trap) -> Bool {
    try !isListEmpty(queue + WaitQueue.listOffset)
  }

  /// Makes every process runnable that sleeps on a queue in one of the states.
  ///
  /// Any context. C: `__wake_up`.
  func wake(_ queue: Address, _ states: Set<Process.State>) throws(Trap) {
    current.stack.enter(Code(.wakeUp))
    let head = queue + WaitQueue.listOffset
    var links = try loadPointer(head)
    var count = 0
    while links != head {
      let task = try loadPointer(links - Self.linksOffset + Self.taskOffset)
      _ = try load32(task)
      if let process = processes.first(where: { $0.stack.base == task }),
        states.contains(process.state)
      {
        wakeUpProcess(process)
      }
      links = try loadPointer(links)
      count += 1
      guard count < Self.longestList else { return lockUp() }
    }
    current.stack.leave()
  }

  /// A list that runs in a circle without coming back to its head would be walked for ever.
  static let longestList = 100_000

  /// What a machine with a watchdog says when a processor gets nowhere.
  ///
  /// C: `nmi_watchdog_tick`.
  func lockUp() {
    printk(
      "NMI Watchdog detected LOCKUP on CPU0, eip \(current.stack.instructionPointer), registers:\n")
    interruptDepth += 1
    panic("Aiee, killing interrupt handler!")
    interruptDepth -= 1
  }
}
