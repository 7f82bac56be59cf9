/// The timers of 2.6: lists as in 2.4, and a bucket is taken off whole before it is emptied.
///
/// C: `internal_add_timer`, `cascade`, `__run_timers` (`kernel/timer.c` of 2.6.24).
enum ProcessorListWheel: TimerWheel {
  static var buckets: Int { TimerSlots.count }

  static func headBytes(_ wordBytes: UInt64) -> UInt64 { ListWheel.headBytes(wordBytes) }

  static func initialise(_ heads: Address, on kernel: Kernel) {
    ListWheel.initialise(heads, on: kernel)
  }

  static func insert(
    _ timer: Address, expires: Int, into base: TimerBase, on kernel: Kernel
  ) throws(Trap) {
    try ListWheel.insert(timer, expires: expires, into: base, on: kernel)
  }

  static func detach(_ timer: Address, on kernel: Kernel) throws(Trap) {
    try ListWheel.detach(timer, on: kernel)
  }

  /// What is armed for a time that is past goes into the next bucket: it runs at the next tick.
  static func expire(_ base: TimerBase, on kernel: Kernel) throws(Trap) {
    let heads = base.prepare(kernel.version.timers, on: kernel)
    let work = kernel.current.stack.reserve(bytes: 2 * kernel.wordBytes)
    base.collected = [work]
    defer { base.collected = [] }
    while base.clock <= kernel.jiffies {
      try ListWheel.cascade(base, heads, on: kernel)
      let head = heads + UInt64(base.clock & 255) * 2 * kernel.wordBytes
      base.clock += 1
      try kernel.moveList(head, to: work)
      try ListWheel.empty(work, of: base, on: kernel)
      if kernel.isPanicked { return }
    }
  }
}

extension Kernel {
  /// Hangs a whole list onto another head, and leaves its own empty.
  ///
  /// C: `list_replace_init`.
  func moveList(_ head: Address, to other: Address) throws(Trap) {
    let next = try loadPointer(head)
    try storePointer(other, next)
    try storePointer(next + wordBytes, other)
    let previous = try loadPointer(head + wordBytes)
    try storePointer(other + wordBytes, previous)
    try storePointer(previous, other)
    try initialiseList(head)
  }
}
