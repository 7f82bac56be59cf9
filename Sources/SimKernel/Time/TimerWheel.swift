/// Timers in buckets, through the memory that they lie in: which access faults, and what a stale
/// timer destroys, is decided by how a generation links them.
protocol TimerWheel: SendableMetatype {
  /// How many buckets there are, near and far.
  static var buckets: Int { get }
  /// Bytes of all the heads.
  static func headBytes(_ wordBytes: UInt64) -> UInt64
  /// Makes every bucket empty.
  static func initialise(_ heads: Address, on kernel: Kernel)
  /// Puts a timer into the bucket of its time.
  ///
  /// C: `internal_add_timer`, `enqueue_timer`.
  static func insert(
    _ timer: Address, expires: Int, into base: TimerBase, on kernel: Kernel) throws(Trap)
  /// Takes a timer that is armed out of its bucket.
  ///
  /// C: `detach_timer`.
  static func detach(_ timer: Address, on kernel: Kernel) throws(Trap)
  /// Calls the handlers of all timers whose time has come.
  ///
  /// C: `run_timer_list`, `__run_timers`.
  static func expire(_ base: TimerBase, on kernel: Kernel) throws(Trap)
}

/// Where 2.2, 2.4 and 2.6 put a timer: 256 buckets of one tick each, then four times 64 that are
/// coarser, and are sorted into the finer ones when their time comes near.
enum TimerSlots {
  /// All buckets.
  static let count = 256 + 4 * 64

  /// The bucket for a time, seen from the tick that is looked at next.
  ///
  /// What is late goes into the bucket that is looked at next.
  static func slot(for expires: Int, at clock: Int) -> Int {
    switch expires - clock {
    case ..<0: clock & 255
    case ..<(1 << 8): expires & 255
    case ..<(1 << 14): 256 + (expires >> 8) & 63
    case ..<(1 << 20): 320 + (expires >> 14) & 63
    case ..<(1 << 26): 384 + (expires >> 20) & 63
    default: 448 + (expires >> 26) & 63
    }
  }

  /// The coarser buckets that have to be sorted into finer ones before a tick.
  static func cascades(at clock: Int) -> [Int] {
    guard clock & 255 == 0 else { return [] }
    var slots: [Int] = []
    for level in 0..<4 {
      let index = (clock >> (8 + 6 * level)) & 63
      slots.append(256 + 64 * level + index)
      if index != 0 { break }
    }
    return slots
  }
}
