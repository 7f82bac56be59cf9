/// Notices that a loop in the kernel will not end: the processor would never come out of it.
struct Watchdog {
  private var left: Int

  /// A watchdog for a loop that has so much to do, and may be given some more on the way.
  init(patience: Int) { left = patience + 100_000 }

  /// Counts a turn; false once nobody would believe in an end.
  mutating func isPatient() -> Bool {
    left -= 1
    return left > 0
  }
}
