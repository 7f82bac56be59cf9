/// The timers of 2.4: each bucket is a doubly linked list, oldest first.
///
/// C: `internal_add_timer`, `cascade_timers`, `run_timer_list` (`kernel/timer.c` of 2.4.20).
enum ListWheel: TimerWheel {
  static var buckets: Int { TimerSlots.count }

  static func headBytes(_ wordBytes: UInt64) -> UInt64 { UInt64(TimerSlots.count) * 2 * wordBytes }

  static func initialise(_ heads: Address, on kernel: Kernel) {
    for slot in 0..<UInt64(TimerSlots.count) {
      let head = heads + slot * 2 * kernel.wordBytes
      _ = kernel.memory.storeWord(head, head.rawValue)
      _ = kernel.memory.storeWord(head + kernel.wordBytes, head.rawValue)
    }
  }

  /// While a bucket is being emptied, whatever is armed waits on a list of its own.
  static func insert(
    _ timer: Address, expires: Int, into base: TimerBase, on kernel: Kernel
  ) throws(Trap) {
    if let parked = base.parked { return try kernel.addToList(timer, before: parked) }
    let heads = base.prepare(kernel.version.timers, on: kernel)
    let slot = TimerSlots.slot(for: expires, at: base.clock)
    try kernel.addToList(timer, before: heads + UInt64(slot) * 2 * kernel.wordBytes)
  }

  static func detach(_ timer: Address, on kernel: Kernel) throws(Trap) {
    try kernel.removeFromList(timer)
    try kernel.storePointer(timer, .null)
    try kernel.storePointer(timer + kernel.wordBytes, .null)
  }

  static func expire(_ base: TimerBase, on kernel: Kernel) throws(Trap) {
    let heads = base.prepare(kernel.version.timers, on: kernel)
    let parked = kernel.current.stack.reserve(bytes: 2 * kernel.wordBytes)
    while base.clock <= kernel.jiffies {
      try cascade(base, heads, on: kernel)
      try kernel.initialiseList(parked)
      base.parked = parked
      defer { base.parked = nil }
      try empty(heads + UInt64(base.clock & 255) * 2 * kernel.wordBytes, of: base, on: kernel)
      if kernel.isPanicked { return }
      base.parked = nil
      base.clock += 1
      try sortIn(parked, base, on: kernel)
    }
  }

  /// Sorts the coarser buckets whose time comes near into the finer ones.
  static func cascade(
    _ base: TimerBase, _ heads: Address, on kernel: Kernel
  ) throws(Trap) {
    for slot in TimerSlots.cascades(at: base.clock) {
      let head = heads + UInt64(slot) * 2 * kernel.wordBytes
      try sortIn(head, base, on: kernel)
      try kernel.initialiseList(head)
    }
  }

  /// Calls the handlers of a bucket until it is empty.
  static func empty(_ head: Address, of base: TimerBase, on kernel: Kernel) throws(Trap) {
    var watchdog = Watchdog(patience: base.pendingCount)
    while case let timer = try kernel.loadPointer(head), timer != head {
      try kernel.fire(timer, of: base)
      if kernel.isPanicked { return }
      guard watchdog.isPatient() else { return kernel.lockUp() }
    }
  }

  private static func sortIn(
    _ head: Address, _ base: TimerBase, on kernel: Kernel
  ) throws(Trap) {
    var timer = try kernel.loadPointer(head)
    var watchdog = Watchdog(patience: base.pendingCount)
    while timer != head {
      let next = try kernel.loadPointer(timer)
      try insert(timer, expires: try kernel.expiry(of: timer), into: base, on: kernel)
      timer = next
      guard watchdog.isPatient() else { return kernel.lockUp() }
    }
  }
}
