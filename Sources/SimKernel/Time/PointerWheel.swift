/// The timers of 2.2: each bucket is one pointer to its newest timer, and each timer points back at
/// whatever points at it.
///
/// C: `insert_timer`, `cascade_timers`, `run_timer_list` (`kernel/sched.c` of 2.2.1).
enum PointerWheel: TimerWheel {
  static var buckets: Int { TimerSlots.count }

  static func headBytes(_ wordBytes: UInt64) -> UInt64 { UInt64(TimerSlots.count) * wordBytes }

  // An empty bucket is a null pointer, and new data is all zero.
  static func initialise(_ heads: Address, on kernel: Kernel) {}

  static func insert(
    _ timer: Address, expires: Int, into base: TimerBase, on kernel: Kernel
  ) throws(Trap) {
    let slot = TimerSlots.slot(for: expires, at: base.clock)
    let head = base.prepare(kernel.version.timers, on: kernel) + UInt64(slot) * kernel.wordBytes
    let next = try kernel.loadPointer(head)
    try kernel.storePointer(timer, next)
    if next != .null { try kernel.storePointer(next + kernel.wordBytes, timer) }
    try kernel.storePointer(head, timer)
    try kernel.storePointer(timer + kernel.wordBytes, head)
  }

  static func detach(_ timer: Address, on kernel: Kernel) throws(Trap) {
    let previous = try kernel.loadPointer(timer + kernel.wordBytes)
    // One that counts as disarmed and is in a bucket all the same stays there.
    guard previous != .null else { return }
    let next = try kernel.loadPointer(timer)
    try kernel.storePointer(previous, next)
    if next != .null { try kernel.storePointer(next + kernel.wordBytes, previous) }
    try kernel.storePointer(timer, .null)
    try kernel.storePointer(timer + kernel.wordBytes, .null)
  }

  /// A timer that its handler arms again for a time that is not to come lands in the bucket that is
  /// being emptied: this may never end.
  static func expire(_ base: TimerBase, on kernel: Kernel) throws(Trap) {
    let heads = base.prepare(kernel.version.timers, on: kernel)
    var watchdog = Watchdog(patience: base.pendingCount)
    while base.clock <= kernel.jiffies {
      for slot in TimerSlots.cascades(at: base.clock) {
        try cascade(heads + UInt64(slot) * kernel.wordBytes, base, kernel)
      }
      let head = heads + UInt64(base.clock & 255) * kernel.wordBytes
      while case let timer = try kernel.loadPointer(head), timer != .null {
        try kernel.fire(timer, of: base)
        if kernel.isPanicked { return }
        guard watchdog.isPatient() else { return kernel.lockUp() }
      }
      base.clock += 1
    }
  }

  private static func cascade(
    _ head: Address, _ base: TimerBase, _ kernel: Kernel
  ) throws(Trap) {
    var timer = try kernel.loadPointer(head)
    var watchdog = Watchdog(patience: base.pendingCount)
    while timer != .null {
      let next = try kernel.loadPointer(timer)
      try insert(timer, expires: try kernel.expiry(of: timer), into: base, on: kernel)
      timer = next
      guard watchdog.isPatient() else { return kernel.lockUp() }
    }
    try kernel.storePointer(head, .null)
  }
}
