/// The parts of a link's destination.
struct Destination {
  /// The scheme in lower case; nil for a place in the book.
  let scheme: String?
  /// What comes before the fragment.
  let path: String
  /// What follows `#`.
  let fragment: String

  /// Takes a destination apart.
  init(_ destination: String) {
    // A control character, which a browser would skip, makes a scheme that nobody knows.
    let head = destination.prefix { !"/?#".contains($0) }
    if let colon = head.firstIndex(of: ":") {
      scheme = head[..<colon].lowercased()
    } else {
      scheme = destination.hasPrefix("//") || destination.hasPrefix("\\") ? "//" : nil
    }
    let pieces = destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    path = pieces.first.map { Self.percentDecoded(String($0)) } ?? ""
    fragment = pieces.count > 1 ? Self.percentDecoded(String(pieces[1])) : ""
  }

  /// The path relative to the book's folder, seen from one of its files; nil outside the book.
  func path(from file: String) -> String? {
    if path.hasPrefix("/") { return nil }
    var components = file.split(separator: "/").dropLast().map(String.init)
    for component in path.split(separator: "/") {
      switch component {
      case ".": continue
      case "..":
        if components.popLast() == nil { return nil }
      default: components.append(String(component))
      }
    }
    return components.joined(separator: "/")
  }

  /// A destination in which everything that an address must not hold is encoded.
  static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x00...0x20, 0x7F...0xFF, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D:
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      default: String(Unicode.Scalar(byte))
      }
    }.joined()
  }

  private static func percentDecoded(_ text: String) -> String {
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
