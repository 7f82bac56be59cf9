/// The way in which addresses write what they must not hold: `%20` for a blank.
public enum PercentEncoding {
  /// A text in which everything that an address must not hold is encoded; what is encoded stays.
  public static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x00...0x20, 0x7F...0xFF, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D:
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      default: String(Unicode.Scalar(byte))
      }
    }.joined()
  }

  /// The text that an address means; a `%` without two digits means itself.
  public static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = hexadecimal(rest.prefix(2)) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      return nil
    }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
