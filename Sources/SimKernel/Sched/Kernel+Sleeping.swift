/// Sleeping on a wait queue. C: `kernel/sched.c`, `include/linux/wait.h`.
extension Kernel {
  /// Puts the current process to sleep until it is woken, or until so many ticks have passed.
  ///
  /// Process context. C: `sleep_on` and its like.
  ///
  /// No condition is tested: a wake-up that comes before the process is on the queue is lost.
  /// - Returns: The ticks that were left.
  @discardableResult
  func sleep(
    on queue: Address, in symbol: KernelFunction, _ state: Process.State, ticks: Int? = nil
  ) async throws(Trap) -> Int {
    let process = current
    enter(symbol)
    await step("\(symbol.rawValue): before it is on the queue")
    process.state = state
    let entry = makeWaitEntry()
    try addWaitEntry(entry, to: queue)
    process.sleepingIn = symbol.rawValue
    var left = 0
    if let ticks {
      left = try await scheduleTimeout(ticks, state)
    } else {
      record(.slept(in: symbol.rawValue, interruptible: state == .interruptible))
      await scheduleUnlessSignalled(process)
    }
    guard !isTornDown else { return 0 }
    try removeWaitEntry(entry, from: queue)
    process.stack.leave()
    return left
  }

  /// Sleeps until a condition holds; it is tested after the process is on the queue, so no wake-up
  /// is lost.
  ///
  /// C: `wait_event`, `wait_event_interruptible`.
  /// - Throws: `ERESTARTSYS` where a signal ended an interruptible sleep.
  func waitEvent(
    on queue: Address, _ state: Process.State = .uninterruptible, exclusive: Bool = false,
    in symbol: KernelFunction = .waitEvent, _ condition: () throws(Trap) -> Bool
  ) async throws(Trap) {
    let process = current
    let depth = process.stack.depth
    enter(symbol)
    if try condition() { return process.stack.unwind(to: depth) }
    let entry = makeWaitEntry(exclusive: exclusive, leavesByItself: true)
    try addWaitEntry(entry, to: queue)
    var isSignalled = false
    while !isTornDown {
      process.state = state
      if try !isWaiting(entry) { try addWaitEntry(entry, to: queue) }
      if try condition() { break }
      // The condition is the module's code, and what it called may have faulted.
      if let death = process.takePendingDeath() { throw .fault(death) }
      isSignalled = state == .interruptible && process.hasPendingSignal
      if isSignalled { break }
      await step("wait_event: after the test, before schedule")
      record(.slept(in: symbol.rawValue, interruptible: state == .interruptible))
      if process.state != .running { process.sleepingIn = symbol.rawValue }
      await scheduleUnlessSignalled(process)
    }
    guard !isTornDown else { return }
    process.state = .running
    try removeWaitEntry(entry, from: queue)
    process.stack.unwind(to: depth)
    if isSignalled { throw .errno(.ERESTARTSYS) }
  }

  private func scheduleUnlessSignalled(_ process: Process) async {
    if process.state == .interruptible, process.hasPendingSignal { process.state = .running }
    await schedule()
  }

  /// A list that runs in a circle without coming back to its head would be walked for ever.
  static let longestList = 4_000_000

  /// What a machine says when a processor gets nowhere; then it is dead.
  ///
  /// C: `nmi_watchdog_tick` (2.4), `softlockup_tick` (2.6), `watchdog_timer_fn` (6.1). 2.2 has
  /// nobody who would notice: it just stands still.
  func lockUp() {
    guard !isPanicked else { return }
    if version.facilities.contains(.preemptCount) {
      let prefix = version.facilities.contains(.hungTasks) ? "watchdog: " : ""
      let name = "\(current.name):\(current.pid)"
      printk(
        "\(prefix)BUG: soft lockup - CPU#\(processor.id) stuck for 22s! [\(name)]\n", .emergency)
      lastWords = "soft lockup"
    } else if version.facilities.contains(.waitEvent) {
      let pointer = current.stack.instructionPointer
      printk(
        "NMI Watchdog detected LOCKUP on CPU\(processor.id), eip \(pointer), registers:\n")
      processor.interruptDepth += 1
      panic("Aiee, killing interrupt handler!")
      processor.interruptDepth -= 1
    } else {
      lastWords = "lock-up"
    }
  }
}
