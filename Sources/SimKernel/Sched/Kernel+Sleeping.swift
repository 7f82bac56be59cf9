/// Sleeping on a wait queue and waking those who sleep there. C: `kernel/sched.c` of 2.4.
extension Kernel {
  /// Bytes of an entry in a wait queue, on the stack of the process that sleeps.
  ///
  /// C: `wait_queue_t`.
  private var entryBytes: UInt64 { 4 * wordBytes }
  /// Where in the entry the process stands.
  ///
  /// C: `task`.
  private var taskOffset: UInt64 { wordBytes }
  /// Where in the entry its list links stand.
  ///
  /// C: `task_list`.
  private var linksOffset: UInt64 { 2 * wordBytes }

  /// Puts the current process to sleep until it is woken.
  ///
  /// Process context. C: `sleep_on` and its like.
  ///
  /// No condition is tested: a wake-up that comes before the process is on the queue is lost.
  func sleep(
    on queue: Address, in symbol: KernelFunction, _ state: Process.State
  ) async throws(Trap) {
    let process = current
    enter(symbol)
    await step("\(symbol.rawValue): before it is on the queue")
    process.state = state
    let entry = try addToQueue(queue, process)
    record(.slept(in: symbol.rawValue, interruptible: state == .interruptible))
    await scheduleUnlessSignalled(process, in: symbol)
    guard !isTornDown else { return }
    try removeFromList(entry + linksOffset)
    process.stack.leave()
  }

  /// Sleeps until a condition holds; it is tested after the process is on the queue, so no wake-up
  /// is lost.
  ///
  /// C: `wait_event`.
  func waitEvent(on queue: Address, _ condition: () -> Bool) async throws(Trap) {
    let process = current
    enter(.sleepOn)
    let entry = try addToQueue(queue, process)
    while true {
      process.state = .uninterruptible
      if condition() { break }
      // The condition is the module's code, and what it called may have faulted.
      if let death = process.takePendingDeath() { throw .fault(death) }
      await step("wait_event: after the test, before schedule")
      record(.slept(in: "wait_event", interruptible: false))
      await scheduleUnlessSignalled(process, in: .sleepOn)
      if isTornDown { return }
    }
    process.state = .running
    try removeFromList(entry + linksOffset)
    process.stack.leave()
  }

  /// Makes an entry for a process on its own stack, and links it into a queue.
  ///
  /// C: `__add_wait_queue`.
  private func addToQueue(_ queue: Address, _ process: Process) throws(Trap) -> Address {
    let entry = process.stack.reserve(bytes: entryBytes)
    try storePointer(entry + taskOffset, process.stack.base)
    try addToList(entry + linksOffset, after: queue + wordBytes)
    return entry
  }

  private func scheduleUnlessSignalled(_ process: Process, in symbol: KernelFunction) async {
    process.sleepingIn = symbol.rawValue
    if process.state == .interruptible, process.hasPendingSignal { process.state = .running }
    await schedule()
  }

  /// Whether anybody sleeps on a queue.
  ///
  /// Any context. C: `waitqueue_active`.
  func isActive(_ queue: Address) throws(Trap) -> Bool {
    try !isListEmpty(queue + wordBytes)
  }

  /// Makes every process runnable that sleeps on a queue in one of the states.
  ///
  /// Any context. C: `__wake_up`.
  func wake(_ queue: Address, _ states: Set<Process.State>) throws(Trap) {
    enter(.wakeUp)
    let head = queue + wordBytes
    var links = try loadPointer(head)
    var count = 0
    while links != head {
      let task = try loadPointer(links - linksOffset + taskOffset)
      _ = try loadWord(task)
      if let process = processes.withDescriptor(at: task),
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
  static let longestList = 4_000_000

  /// What a machine with a watchdog says when a processor gets nowhere.
  ///
  /// C: `nmi_watchdog_tick`.
  func lockUp() {
    printk(
      "NMI Watchdog detected LOCKUP on CPU\(processor.id), eip \(current.stack.instructionPointer), registers:\n"
    )
    processor.interruptDepth += 1
    panic("Aiee, killing interrupt handler!")
    processor.interruptDepth -= 1
  }
}
