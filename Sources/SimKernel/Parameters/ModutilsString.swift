/// A string as `insmod` of modutils reads it.
enum ModutilsString {
  /// Reads up to the next comma; or, behind a quotation mark, up to the next one, with the escapes
  /// of C.
  static func read(
    _ rest: inout Substring, named name: String
  ) throws(ModutilsParameterParser.Refusal) -> String {
    guard rest.utf8.first == UInt8(ascii: "\"") else {
      let text = rest.utf8.prefix { $0 != UInt8(ascii: ",") }
      rest = Substring(rest.utf8[text.endIndex...])
      return String(Substring(text))
    }
    var bytes = rest.utf8.dropFirst()
    var text: [UInt8] = []
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "\"") {
        rest = Substring(bytes)
        return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        guard let escaped = escape(&bytes) else { break }
        text.append(escaped)
      } else {
        text.append(byte)
      }
    }
    throw .init(text: "improperly terminated string argument for \(name)")
  }

  private static func escape(_ bytes: inout Substring.UTF8View) -> UInt8? {
    guard let byte = bytes.popFirst() else { return nil }
    switch byte {
    case UInt8(ascii: "a"): return 0x07
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "e"): return 0x1b
    case UInt8(ascii: "f"): return 0x0c
    case UInt8(ascii: "n"): return 0x0a
    case UInt8(ascii: "r"): return 0x0d
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(byte, &bytes)
    default: return byte
    }
  }

  /// Up to three octal digits.
  private static func octal(_ first: UInt8, _ bytes: inout Substring.UTF8View) -> UInt8 {
    var value = first - UInt8(ascii: "0")
    for _ in 0..<2 {
      guard let next = bytes.first, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(next) else {
        break
      }
      value = value &* 8 &+ (next - UInt8(ascii: "0"))
      bytes = bytes.dropFirst()
    }
    return value
  }
}
