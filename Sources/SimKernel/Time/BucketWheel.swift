/// The timers of 6.1: nine rows of 64 buckets, each row eight times as coarse as the one before it;
/// a bucket is one pointer to its newest timer.
///
/// A timer runs when its bucket is due, never before its time: a tick later where it is near, some
/// ticks later where it was far away. C: `calc_wheel_index`, `enqueue_timer`,
/// `collect_expired_timers`, `expire_timers` (`kernel/time/timer.c` of 6.1).
enum BucketWheel: TimerWheel {
  private static let rows = 9
  static var buckets: Int { rows * 64 }

  static func headBytes(_ wordBytes: UInt64) -> UInt64 { UInt64(rows * 64) * wordBytes }

  // An empty bucket is a null pointer, and new memory is all zero.
  static func initialise(_ heads: Address, on kernel: Kernel) {}

  static func insert(
    _ timer: Address, expires: Int, into base: TimerBase, on kernel: Kernel
  ) throws(Trap) {
    let heads = base.prepare(kernel.version.timers, on: kernel)
    let index = bucket(for: expires, base, now: kernel.jiffies)
    let head = heads + UInt64(index) * kernel.wordBytes
    let first = try kernel.loadPointer(head)
    try kernel.storePointer(timer, first)
    if first != .null { try kernel.storePointer(first + kernel.wordBytes, timer) }
    try kernel.storePointer(head, timer)
    try kernel.storePointer(timer + kernel.wordBytes, head)
    base.occupied[index / 64] |= 1 << (index % 64)
  }

  static func detach(_ timer: Address, on kernel: Kernel) throws(Trap) {
    let next = try kernel.loadPointer(timer)
    let previous = try kernel.loadPointer(timer + kernel.wordBytes)
    try kernel.storePointer(previous, next)
    if next != .null { try kernel.storePointer(next + kernel.wordBytes, previous) }
    try kernel.storePointer(timer + kernel.wordBytes, .null)
    // C: LIST_POISON2, which no user of the list may follow.
    try kernel.storePointer(timer, Address(0xdead_0000_0000_0122))
  }

  static func expire(_ base: TimerBase, on kernel: Kernel) throws(Trap) {
    let heads = base.prepare(kernel.version.timers, on: kernel)
    let lists = kernel.current.stack.reserve(bytes: UInt64(rows) * kernel.wordBytes)
    var watchdog = Watchdog(patience: base.pendingCount)
    while base.clock <= kernel.jiffies {
      let count = try collect(heads, base, into: lists, on: kernel)
      base.collected = (0..<UInt64(count)).map { lists + $0 * kernel.wordBytes }
      defer { base.collected = [] }
      base.clock += 1
      // The coarsest first.
      for row in (0..<count).reversed() {
        let list = lists + UInt64(row) * kernel.wordBytes
        while case let timer = try kernel.loadPointer(list), timer != .null {
          try kernel.fire(timer, of: base)
          if kernel.isPanicked { return }
          guard watchdog.isPatient() else { return kernel.lockUp() }
        }
      }
    }
  }

  /// Takes the buckets that are due off whole, as many lists as are said.
  private static func collect(
    _ heads: Address, _ base: TimerBase, into lists: Address, on kernel: Kernel
  ) throws(Trap) -> Int {
    var count = 0
    var clock = base.clock
    for row in 0..<rows {
      let index = clock & 63
      if base.occupied[row] & (1 << index) != 0 {
        base.occupied[row] &= ~(1 << index)
        let head = heads + UInt64(row * 64 + index) * kernel.wordBytes
        let list = lists + UInt64(count) * kernel.wordBytes
        let first = try kernel.loadPointer(head)
        try kernel.storePointer(list, first)
        if first != .null { try kernel.storePointer(first + kernel.wordBytes, list) }
        try kernel.storePointer(head, .null)
        count += 1
      }
      if clock & 7 != 0 { break }
      clock >>= 3
    }
    return count
  }

  private static func bucket(for expires: Int, _ base: TimerBase, now: Int) -> Int {
    let clock = min(base.clock, now)
    let delta = expires - clock
    guard delta >= 0 else { return base.clock & 63 }
    for row in 0..<rows where delta < 63 << (3 * row) {
      return row * 64 + ((expires >> (3 * row)) + 1) & 63
    }
    // What is too far away is taken for as far as the wheel reaches.
    let last = 3 * (rows - 1)
    let farthest = clock + 63 << last - 1 << last
    return (rows - 1) * 64 + ((farthest >> last) + 1) & 63
  }
}
