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

  // Written with pointers and plain loops: without the optimiser, iterators cost ten times the sums.

  private mutating func absorb(_ blocks: UnsafeRawBufferPointer) {
    guard let base = blocks.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { buffer in
      guard let words = buffer.baseAddress else { return }
      var start = 0
      while start < blocks.count {
        Self.spread(base + start, over: words)
        mix(words)
        start += 64
      }
    }
  }

  private static func spread(_ block: UnsafeRawPointer, over words: UnsafeMutablePointer<UInt32>) {
    var index = 0
    while index < 16 {
      words[index] = block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self).bigEndian
      index += 1
    }
    while index < 64 {
      let (near, far) = (words[index - 2], words[index - 15])
      let low = (far &>> 7 | far &<< 25) ^ (far &>> 18 | far &<< 14) ^ far &>> 3
      let high = (near &>> 17 | near &<< 15) ^ (near &>> 19 | near &<< 13) ^ near &>> 10
      words[index] = words[index - 16] &+ low &+ words[index - 7] &+ high
      index += 1
    }
  }

  private mutating func mix(_ words: UnsafeMutablePointer<UInt32>) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    Self.constants.withUnsafeBufferPointer { buffer in
      guard let constants = buffer.baseAddress else { return }
      var index = 0
      while index < 64 {
        let high = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
        let first = h &+ high &+ ((e & f) ^ (~e & g)) &+ constants[index] &+ words[index]
        let low = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
        let second = low &+ ((a & b) ^ (a & c) ^ (b & c))
        h = g
        g = f
        f = e
        e = d &+ first
        d = c
        c = b
        b = a
        a = first &+ second
        index += 1
      }
    }
    state = [
      state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d,
      state[4] &+ e, state[5] &+ f, state[6] &+ g, state[7] &+ h,
    ]
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
