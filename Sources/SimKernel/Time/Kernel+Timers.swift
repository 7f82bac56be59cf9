/// Arming and disarming timers. C: `kernel/timer.c`, `kernel/time/timer.c`.
extension Kernel {
  /// The words of a timer that say whether it is armed, and for when.
  func isPending(_ timer: Address) throws(Trap) -> Bool {
    try loadWord(timer + version.timers.pending) != 0
  }

  /// The time of a timer, which may lie before the machine was booted.
  func expiry(of timer: Address) throws(Trap) -> Int {
    let word = try loadWord(timer + version.timers.expires)
    return wordBytes == 4 ? Int(Int32(truncatingIfNeeded: word)) : Int(truncatingIfNeeded: word)
  }

  /// Arms a timer for the time that stands in it.
  ///
  /// Any context. C: `add_timer`.
  func addTimer(_ timer: Address) throws(Trap) {
    let depth = current.stack.depth
    enter(.addTimer)
    let expires = try expiry(of: timer)
    switch version.timers.addedTwice {
    case .corrupts: break
    case .complains:
      if try isPending(timer) {
        printk("bug: kernel timer added twice at \(hex(current.stack.returnAddress)).\n")
        return current.stack.unwind(to: depth)
      }
    case .bug(let file, let line):
      if try isPending(timer) { throw fault(.bug(file: file, line: line)) }
    }
    try arm(timer, expires: expires)
    current.stack.unwind(to: depth)
  }

  /// Arms a timer for another time, whether or not it is armed.
  ///
  /// Any context. C: `mod_timer`.
  /// - Returns: Whether it was armed.
  @discardableResult
  func modTimer(_ timer: Address, expires: Int) throws(Trap) -> Bool {
    let depth = current.stack.depth
    enter(.modTimer)
    let wasPending = try isPending(timer)
    if wasPending { try detach(timer) }
    try arm(timer, expires: expires)
    current.stack.unwind(to: depth)
    return wasPending
  }

  /// Disarms a timer; a handler that runs goes on.
  ///
  /// Any context. C: `del_timer`.
  /// - Returns: Whether it was armed.
  @discardableResult
  func delTimer(_ timer: Address) throws(Trap) -> Bool {
    let depth = current.stack.depth
    enter(.delTimer)
    let wasPending = try isPending(timer)
    if wasPending { try detach(timer) }
    current.stack.unwind(to: depth)
    return wasPending
  }

  /// Disarms a timer, and waits until its handler runs nowhere.
  ///
  /// Process context or a bottom half, never the handler itself. C: `del_timer_sync`.
  /// - Returns: How often it was armed.
  func delTimerSync(_ timer: Address) async throws(Trap) -> Int {
    let depth = current.stack.depth
    enter(.delTimerSync)
    var count = 0
    while !isTornDown, !isPanicked {
      if try isPending(timer) {
        try detach(timer)
        count += 1
      }
      await step("del_timer_sync: after it was taken off, before the handler is looked for")
      guard isRunning(timer) else { break }
      await spinPaused(until: { [unowned self] in !isRunning(timer) })
    }
    current.stack.unwind(to: depth)
    return version.timers.isPerProcessor ? min(count, 1) : count
  }

  /// Whether the handler of a timer is being executed.
  func isRunning(_ timer: Address) -> Bool {
    timerBases.contains { $0.running == timer }
  }

  /// Calls the handler of a timer whose time has come; it is disarmed before that.
  ///
  /// Bottom half. C: the body of `run_timer_list`, `call_timer_fn`.
  func fire(_ timer: Address, of base: TimerBase) throws(Trap) {
    let rules = version.timers
    let function = try loadPointer(timer + rules.function)
    let data = rules.data == nil ? timer.rawValue : try loadWord(timer + (rules.data ?? 0))
    try rules.wheel.detach(timer, on: self)
    base.pendingCount -= 1
    base.running = timer
    defer { base.running = nil }
    let depth = current.stack.depth
    if let call = version.interrupts.call { enter(call) }
    if function == version.text[.processTimeout].address {
      try endTimeout(timer, data: data)
    } else if function == version.text[.delayedWorkTimer].address {
      try queueDelayed(data)
    } else {
      let count = processor.preemptCount
      let name = functions[function]?.name ?? ""
      try callHandler(function, data: data)
      checkCount(before: count) { "timer: \(name) preempt leak: \($0)" }
    }
    if !isPanicked { current.stack.unwind(to: depth) }
  }

  private func arm(_ timer: Address, expires: Int) throws(Trap) {
    let rules = version.timers
    let base = timerBases[rules.isPerProcessor ? processor.id : 0]
    try storeWord(timer + rules.expires, UInt64(bitPattern: Int64(expires)))
    if let offset = rules.base { try store32(timer + offset, UInt32(base.processorID)) }
    base.pendingCount += 1
    enter(.internalAddTimer)
    try rules.wheel.insert(timer, expires: expires, into: base, on: self)
    current.stack.leave()
    stepInPlace("add_timer: armed, before it returns")
  }

  private func detach(_ timer: Address) throws(Trap) {
    let rules = version.timers
    var index = 0
    if let offset = rules.base {
      index = min(Int(try load32(timer + offset)), timerBases.count - 1)
    }
    try rules.wheel.detach(timer, on: self)
    timerBases[index].pendingCount -= 1
  }

  private func hex(_ address: Address) -> String {
    version.architecture.hexadecimal(address.rawValue)
  }
}
