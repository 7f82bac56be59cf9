/// Small searches in a line of text, for the rules of the normaliser.
enum TextScan {
  /// Replaces words (letters, digits and `_`) for which `body` has something else.
  static func replacingWords(in line: String, _ body: (Substring) -> String?) -> String {
    var result = ""
    var rest = line[...]
    while let start = rest.firstIndex(where: isWord) {
      let end = rest[start...].firstIndex { !isWord($0) } ?? rest.endIndex
      let word = rest[start..<end]
      result += rest[..<start]
      result += body(word) ?? String(word)
      rest = rest[end...]
    }
    return result + rest
  }

  /// Replaces the decimal number that follows a key, wherever the key stands.
  static func replacingNumber(
    after key: String, in line: String, _ body: (Substring) -> String?
  ) -> String {
    guard line.contains(key) else { return line }
    var result = ""
    var rest = line[...]
    while let range = rest.firstRange(of: key) {
      result += rest[..<range.upperBound]
      rest = rest[range.upperBound...]
      let number = rest.prefix(while: isDigit)
      guard !number.isEmpty else { continue }
      result += body(number) ?? String(number)
      rest = rest[number.endIndex...]
    }
    return result + rest
  }

  /// Drops `+0x1d/0x70` behind a function's name, wherever it stands.
  static func droppingOffsets(in line: String) -> String {
    guard line.contains("+0x") else { return line }
    var result = ""
    var rest = line[...]
    while let range = rest.firstRange(of: "+0x") {
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
    guard word.count == 16 || word.hasPrefix("0x"), number.count >= digits,
      number.allSatisfy(isHex)
    else { return nil }
    return UInt64(number, radix: 16)
  }

  static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  static func isHex(_ character: Character) -> Bool {
    isDigit(character) || ("a"..."f").contains(character)
  }

  private static func isWord(_ character: Character) -> Bool {
    character == "_" || isDigit(character) || ("a"..."z").contains(character)
      || ("A"..."Z").contains(character)
  }
}
