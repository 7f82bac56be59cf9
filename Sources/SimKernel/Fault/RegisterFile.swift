/// The values that the processor touched last, so that the registers of an oops hold something that
/// was really there.
struct RegisterFile {
  private var values: [UInt64] = Array(repeating: 0, count: 6)
  private var next = 0

  mutating func record(_ value: UInt64) {
    values[next] = value
    next = (next + 1) % values.count
  }

  /// eax, ebx, ecx, edx, esi, edi: the newest value first.
  var newestFirst: [UInt64] {
    (1...values.count).map { values[(next + values.count - $0) % values.count] }
  }
}
