/// A program's bytes as they may be shown: nothing in them moves the reader's cursor.
enum VisibleText {
  /// The bytes of a line that are shown at the most.
  private static let most = 400

  /// A line, control characters escaped, cut where it is very long.
  static func line(_ bytes: some Collection<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes.prefix(most), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\t": text.unicodeScalars.append(scalar)
      case "\r": text += "\\r"
      case _ where scalar.properties.generalCategory == .control: text += escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return bytes.count > most ? "\(text)… (\(bytes.count) bytes)" : text
  }

  /// The last lines of a text.
  static func tail(_ bytes: [UInt8], lines: Int = 20) -> String {
    let all = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let shown = (all.last?.isEmpty == true ? all.dropLast() : all[...]).suffix(lines)
    return shown.map { line($0) + "\n" }.joined()
  }

  /// The offset of the first byte that no UTF-8 text has there; nil where all is well.
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16))}"
  }
}
