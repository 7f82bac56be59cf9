internal import SimKernel

/// A number for what has happened so far: who took each step, and how many ways there were.
///
/// A program that does the same whenever it is given the same choices leaves the same trail.
struct Trail: Equatable {
  private var value: UInt64 = 0

  /// Adds a step.
  mutating func add(_ choice: ScheduleChoice, ways: Int) {
    let who: UInt64 =
      switch choice {
      case .run(let pid, let cpu): UInt64(truncatingIfNeeded: pid) << 10 | UInt64(cpu) << 2
      case .handler(let cpu): UInt64(cpu) << 2 | 1
      case .tick(let cpu): UInt64(cpu) << 2 | 2
      }
    value = (value ^ who ^ UInt64(truncatingIfNeeded: ways) << 48) &* 0x9e37_79b9_7f4a_7c15
    value ^= value >> 29
  }
}
