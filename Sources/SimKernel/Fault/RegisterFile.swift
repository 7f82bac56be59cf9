/// The values that the processor touched last, so that the registers of an oops hold something that
/// was really there.
struct RegisterFile {
  private static let count = 6
  // A vector lies within the structure, where an array would be elsewhere: every access comes by here.
  private var values = SIMD8<UInt64>()
  private var next = 0

  mutating func record(_ value: UInt64) {
    values[next] = value
    next = next + 1 == Self.count ? 0 : next + 1
  }

  /// eax, ebx, ecx, edx, esi, edi: the newest value first.
  var newestFirst: [UInt64] {
    (1...Self.count).map { values[(next + Self.count - $0) % Self.count] }
  }
}
