/// The hash function of FIPS 180-4, by which contents are told apart.
struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The hash of some bytes, in lowercase hexadecimal.
  static func hex(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    let whole = bytes.count / 64 * 64
    bytes.withUnsafeBytes { hash.absorb(UnsafeRawBufferPointer(rebasing: $0[..<whole])) }
    // The rest, a one bit, zeros, and the length in bits fill the last block or two.
    var last = Array(bytes[whole...]) + [0x80]
    last += [UInt8](repeating: 0, count: (120 - last.count) % 64)
    let bits = UInt64(bytes.count) * 8
    last += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    last.withUnsafeBytes { hash.absorb($0) }
    return hash.state.map(hexadecimal).joined()
  }

  /// The hash of a text, in lowercase hexadecimal.
  static func hex(_ text: String) -> String { hex(Array(text.utf8)) }

  private static func hexadecimal(_ word: UInt32) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private mutating func absorb(_ blocks: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      for start in stride(from: 0, to: blocks.count, by: 64) {
        for index in 0..<16 {
          let word = blocks.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self)
          words[index] = UInt32(bigEndian: word)
        }
        for index in 16..<64 {
          words[index] =
            words[index - 16] &+ Self.small(words[index - 15], 7, 18, 3)
            &+ words[index - 7] &+ Self.small(words[index - 2], 17, 19, 10)
        }
        mix(words)
      }
    }
  }

  private mutating func mix(_ words: UnsafeMutableBufferPointer<UInt32>) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    Self.constants.withUnsafeBufferPointer { constants in
      for index in 0..<64 {
        let choice = (e & f) ^ (~e & g)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        let first = h &+ Self.large(e, 6, 11, 25) &+ choice &+ constants[index] &+ words[index]
        let second = Self.large(a, 2, 13, 22) &+ majority
        (h, g, f, e) = (g, f, e, d &+ first)
        (d, c, b, a) = (c, b, a, first &+ second)
      }
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 - count)
  }

  private static func small(_ word: UInt32, _ a: UInt32, _ b: UInt32, _ shift: UInt32) -> UInt32 {
    rotate(word, a) ^ rotate(word, b) ^ word &>> shift
  }

  private static func large(_ word: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
    rotate(word, a) ^ rotate(word, b) ^ rotate(word, c)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  ///
  /// Computed with whole numbers: a table typed by hand has room for a mistake.
  private static let constants: [UInt32] = primes.map { prime in
    // The cube root of prime × 2⁹⁶ is the cube root of prime × 2³².
    let scaled = UInt128(prime) << 96
    var root: UInt128 = 0
    for bit in stride(from: 34, through: 0, by: -1) {
      let next = root | UInt128(1) << UInt128(bit)
      if next * next * next <= scaled { root = next }
    }
    return UInt32(truncatingIfNeeded: root)
  }

  private static let primes: [Int] = Array(
    (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } })
}
