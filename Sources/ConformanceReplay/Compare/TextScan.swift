/// Small searches in a line of text, for the rules of the normaliser.
enum TextScan {
  /// Where a text first stands in a line.
  ///
  /// It looks at bytes: to compare character by character costs many times as much.
  static func range(of text: String, in line: Substring) -> Range<String.Index>? {
    let (bytes, wanted) = (line.utf8, text.utf8)
    guard let first = wanted.first else { return line.startIndex..<line.startIndex }
    var rest = bytes[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wanted) {
        return start..<rest.index(start, offsetBy: wanted.count)
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Where a text first stands in a line.
  static func range(of text: String, in line: String) -> Range<String.Index>? {
    range(of: text, in: line[...])
  }

  /// Whether a text stands in a line.
  static func holds(_ text: String, _ line: String) -> Bool { range(of: text, in: line) != nil }

  /// Replaces words (letters, digits and `_`) for which `body` has something else.
  static func replacingWords(in line: String, _ body: (Substring) -> String?) -> String {
    var result = ""
    var copied = line.startIndex
    var rest = line.utf8[...]
    while let start = rest.firstIndex(where: isWord) {
      let end = rest[start...].firstIndex { !isWord($0) } ?? rest.endIndex
      if let text = body(line[start..<end]) {
        result += line[copied..<start]
        result += text
        copied = end
      }
      rest = rest[end...]
    }
    return copied == line.startIndex ? line : result + line[copied...]
  }

  /// Replaces the decimal number that follows a key, wherever the key stands.
  static func replacingNumber(
    after key: String, in line: String, _ body: (Substring) -> String?
  ) -> String {
    var result = ""
    var rest = line[...]
    while let range = range(of: key, in: rest) {
      result += rest[..<range.upperBound]
      rest = rest[range.upperBound...]
      let number = rest.prefix(while: isDigit)
      guard !number.isEmpty else { continue }
      result += body(number) ?? String(number)
      rest = rest[number.endIndex...]
    }
    return rest.startIndex == line.startIndex ? line : result + rest
  }

  /// Drops `+0x1d/0x70` behind a function's name, wherever it stands.
  static func droppingOffsets(in line: String) -> String {
    guard holds("+0x", line) else { return line }
    var result = ""
    var rest = line[...]
    while let range = range(of: "+0x", in: rest) {
      let offset = rest[range.upperBound...].prefix(while: isHex)
      let size = rest[offset.endIndex...]
      guard size.hasPrefix("/0x") else {
        result += rest[..<offset.endIndex]
        rest = rest[offset.endIndex...]
        continue
      }
      result += rest[..<range.lowerBound]
      rest = size.dropFirst(3).drop(while: isHex)
    }
    return result + rest
  }

  /// A hexadecimal number's value: sixteen digits, or any after `0x`, of which at least `digits`.
  static func address(_ word: Substring, digits: Int) -> UInt64? {
    let number = word.hasPrefix("0x") ? word.dropFirst(2) : word
    guard word.utf8.count == 16 || word.hasPrefix("0x"), number.count >= digits,
      number.allSatisfy(isHex)
    else { return nil }
    return UInt64(number, radix: 16)
  }

  static func isDigit(_ character: Character) -> Bool {
    character.asciiValue.map { (48...57).contains($0) } ?? false
  }

  static func isHex(_ character: Character) -> Bool {
    character.asciiValue.map { (48...57).contains($0) || (97...102).contains($0) } ?? false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), 48...57, 65...90, 97...122: true
    default: false
    }
  }
}
