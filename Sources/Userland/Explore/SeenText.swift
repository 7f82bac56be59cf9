/// What a person could see of a run, but for what tells one run from another and means nothing: addresses,
/// the values of registers, the processor's number, and the time.
struct SeenText {
  let text: String

  /// Takes out of what appeared on the terminal what means nothing.
  init(_ screen: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(screen.utf8.count)
    var run: [UInt8] = []
    for byte in screen.utf8 {
      if Self.isHexadecimal(byte) {
        run.append(byte)
        continue
      }
      Self.end(&run, &bytes)
      bytes.append(byte)
    }
    Self.end(&run, &bytes)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// A word of 8 digits or more is an address; a number is a time or a processor where the word before it says so.
  private static func end(_ run: inout [UInt8], _ bytes: inout [UInt8]) {
    guard !run.isEmpty else { return }
    let isNumber = run.allSatisfy { $0 < UInt8(ascii: "a") }
    let isMeaningless =
      run.count >= 8 || isNumber && [times, processors].contains { follows($0, bytes) }
    if isMeaningless { bytes.append(UInt8(ascii: "#")) } else { bytes += run }
    run.removeAll(keepingCapacity: true)
  }

  private static let times = Array("at jiffies ".utf8)
  private static let processors = Array("CPU:    ".utf8)

  private static func follows(_ word: [UInt8], _ bytes: [UInt8]) -> Bool {
    bytes.suffix(word.count) == word[...]
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
