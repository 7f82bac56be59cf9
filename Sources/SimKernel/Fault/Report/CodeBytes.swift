/// The bytes of machine code round an instruction, as far as they can be read.
struct CodeBytes: Hashable, Sendable {
  /// How far before the instruction a layout looks at most, in bytes.
  static let before: UInt64 = 43
  /// How far from the instruction on a layout looks at most, in bytes.
  static let after: UInt64 = 22

  /// The address of the first byte.
  var start: UInt64
  /// The bytes from there on; nil where the page is not there.
  var bytes: [UInt8?]

  /// Nothing can be read.
  static let unreadable = CodeBytes(start: 0, bytes: [])

  /// The byte at an address, if it is there.
  func byte(at address: UInt64) -> UInt8? {
    let index = address &- start
    guard index < UInt64(bytes.count) else { return nil }
    return bytes[Int(index)]
  }

  /// `count` bytes in a row, or nil if one of them is not there.
  func bytes(at address: UInt64, count: Int) -> [UInt8]? {
    var found: [UInt8] = []
    for offset in 0..<UInt64(count) {
      guard let byte = byte(at: address &+ offset) else { return nil }
      found.append(byte)
    }
    return found
  }
}
