/// The bytes that stand where a function's text lies.
///
/// They look like what a compiler of 2002 would have made and are never executed: they are there so
/// that a `Code:` line, or a stray load, has something to read. The same function always has the
/// same bytes.
enum MachineCode {
  private static let prologue: [UInt8] = [0x55, 0x89, 0xe5, 0x57, 0x56, 0x53, 0x83, 0xec]
  private static let epilogue: [UInt8] = [0x5b, 0x5e, 0x5f, 0xc9, 0xc3]

  /// The text of a function of a module.
  static func bytes(of name: String, size: UInt32) -> [UInt8] {
    var state = seed(name)
    var bytes = prologue
    while bytes.count < Int(size) - epilogue.count { bytes.append(next(&state)) }
    return bytes + epilogue
  }

  /// A byte of the kernel's own text.
  static func kernelByte(at address: Address) -> UInt8 {
    var state = address.rawValue &* 0x9e37_79b9
    return next(&state)
  }

  /// Bytes that a function with this name takes up: from 0x30 to 0xa0, a multiple of 16, as linkers
  /// align.
  static func size(of name: String) -> UInt32 { 0x30 + (seed(name) >> 7) % 8 * 0x10 }

  private static func seed(_ name: String) -> UInt32 {
    name.utf8.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  private static func next(_ state: inout UInt32) -> UInt8 {
    state ^= state << 13
    state ^= state >> 17
    state ^= state << 5
    return UInt8(truncatingIfNeeded: state >> 11)
  }
}
