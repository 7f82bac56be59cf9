/// Sleeping for some time: a timer on the stack of the process that sleeps, in the same buckets as
/// those of modules. C: `schedule_timeout`, `process_timeout`.
extension Kernel {
  /// Puts the current process to sleep for some ticks.
  ///
  /// Process context. C: `schedule_timeout`.
  ///
  /// - Returns: The ticks that were left when something else woke it; 0 where the time ran out, or
  ///   was negative.
  @discardableResult
  func scheduleTimeout(_ ticks: Int, _ state: Process.State) async throws(Trap) -> Int {
    let process = current
    enter(.scheduleTimeout)
    guard ticks >= 0 else { return refuseTimeout(ticks) }
    process.state = state
    if process.sleepingIn == nil { process.sleepingIn = "schedule_timeout" }
    record(.slept(in: "schedule_timeout", interruptible: state == .interruptible))
    if state == .interruptible, process.hasPendingSignal { process.state = .running }
    let left =
      ticks < Self.forever
      ? try await sleepUntil(jiffies + ticks, process) : await sleepForEver(process)
    process.stack.leave()
    return left
  }

  private func sleepForEver(_ process: Process) async -> Int {
    await schedule()
    return Self.forever
  }

  private func sleepUntil(_ expires: Int, _ process: Process) async throws(Trap) -> Int {
    let timer = process.stack.reserve(bytes: version.timers.bytes + wordBytes)
    if isInInterrupt { reportForeignStack() }
    try prepareTimeout(timer, process)
    try modTimer(timer, expires: expires)
    timeouts += 1
    await schedule()
    if isInInterrupt { passInInterrupt(until: expires) }
    timeouts -= 1
    guard !isTornDown else { return 0 }
    try delTimer(timer)
    return max(0, expires - jiffies)
  }

  /// Says that a timer which is told to lie on the caller's stack lies on the interrupt's.
  ///
  /// C: `debug_object_is_on_stack`.
  private func reportForeignStack() {
    guard version.configuration.debugsObjects, !isPanicked else { return }
    let hidden = "(____ptrval____)"
    printk("ODEBUG: object \(hidden) is NOT on stack \(hidden), but annotated.\n", .warning)
    warn(file: "lib/debugobjects.c", line: 558)
  }

  /// C: `setup_timer_on_stack`.
  private func prepareTimeout(_ timer: Address, _ process: Process) throws(Trap) {
    let rules = version.timers
    for offset in stride(from: 0, to: rules.bytes, by: Int(wordBytes)) {
      _ = memory.storeWord(timer + offset, 0)
    }
    try storePointer(timer + rules.function, version.text[.processTimeout].address)
    try storePointer(timer + (rules.data ?? rules.bytes), process.stack.base)
  }

  /// The time of a sleeping process has run out.
  ///
  /// C: `process_timeout`.
  func endTimeout(_ timer: Address, data: UInt64) throws(Trap) {
    enter(.processTimeout)
    let rules = version.timers
    let task = rules.data == nil ? try loadPointer(timer + rules.bytes) : Address(data)
    if let process = processes.withDescriptor(at: task) { wakeUpProcess(process) }
    current.stack.leave()
  }

  /// As many ticks mean that no time is too long.
  ///
  /// C: `MAX_SCHEDULE_TIMEOUT`.
  static let forever = Int(Int32.max)

  private func refuseTimeout(_ ticks: Int) -> Int {
    let value = version.architecture.hexadecimal(UInt64(bitPattern: Int64(ticks)))
    printk(
      "schedule_timeout: wrong timeout value \(value) from \(current.stack.returnAddress)\n", .error
    )
    current.state = .running
    current.stack.leave()
    return 0
  }
}
