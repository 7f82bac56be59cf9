extension InlineCursor {
  /// Passes a text, which may be written with escapes and entities, and says where it begins.
  mutating func readText(_ literal: String) -> SourcePosition {
    if index == lineStart, !isVerbatim(literal, at: index) { goBackInPrefix(to: literal) }
    if isVerbatim(literal, at: index), !literal.utf8.contains(UInt8(ascii: "&")) {
      defer { index += literal.utf8.count }
      return position
    }
    var rest = literal.unicodeScalars[...]
    // A tab that a container has eaten a part of: the rest of it is spaces in the text.
    if index == lineStart { rest = rest.drop { $0 == " " } }
    var start: SourcePosition?
    while let scalar = rest.first {
      if scalar == "\n" {
        goToNextLine()
      } else {
        if lengthInSource(of: rest) == 0 { find { $0 == scalar.utf8.first } }
        start = start ?? position
        index += lengthInSource(of: rest)
      }
      rest.removeFirst()
    }
    return start ?? position
  }

  /// Passes a code span, from its first backtick to its last one.
  mutating func skipCodeSpan() {
    let length = skipBackticks()
    guard length > 0 else { return }
    let start = (line, index)
    var remaining = InlineCursor.reach
    while remaining > 0 {
      find { $0 == UInt8(ascii: "`") }
      if byte() == UInt8(ascii: "`") {
        if skipBackticks() == length { return }
      } else if !goToNextLine() {
        remaining = 0
      }
      remaining -= 1
    }
    (line, index) = start
  }

  /// Passes what closes a link or an image: its bracket, and a target or a label in brackets.
  mutating func skipTarget() {
    find { $0 == UInt8(ascii: "]") }
    guard byte() == UInt8(ascii: "]") else { return }
    index += 1
    switch byte() {
    case UInt8(ascii: "("): skipParentheses()
    case UInt8(ascii: "["):
      find { $0 == UInt8(ascii: "]") }
      index += 1
    default: return
    }
  }

  private func isVerbatim(_ literal: String, at index: Int) -> Bool {
    source.line(line).dropFirst(index).starts(with: literal.utf8)
  }

  /// Goes back to blanks and marks at the start of a line that were text and no prefix after all:
  /// a line that continues a paragraph lazily keeps them after a backslash, or if it is indented.
  private mutating func goBackInPrefix(to literal: String) {
    let nearby = max(0, index - 100)..<index
    index = nearby.last { isVerbatim(literal, at: $0) } ?? index
  }

  private mutating func skipBackticks() -> Int {
    let start = index
    while byte() == UInt8(ascii: "`") { index += 1 }
    return index - start
  }

  /// Passes a destination and a title, as far as the parenthesis that closes them.
  private mutating func skipParentheses() {
    let start = (line, index)
    var depth = 0
    var quote: UInt8?
    for _ in 0..<InlineCursor.reach {
      guard let next = byte() else {
        guard goToNextLine() else { break }
        continue
      }
      let isAfterBlank = index == 0 || byte(-1)?.isBlank == true
      index += 1
      switch next {
      case UInt8(ascii: "\\"): index += 1
      case quote: quote = nil
      case _ where quote != nil: continue
      case UInt8(ascii: "\"") where isAfterBlank, UInt8(ascii: "'") where isAfterBlank: quote = next
      case UInt8(ascii: "<") where depth == 1: quote = UInt8(ascii: ">")
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      if depth == 0 { return }
    }
    (line, index) = start
  }

  /// The bytes at the cursor that stand for the first scalar of a text; 0 where none do.
  private func lengthInSource(of text: Substring.UnicodeScalarView) -> Int {
    guard let scalar = text.first, let next = byte() else { return 0 }
    if next == UInt8(ascii: "&"), let length = entityLength(insteadOf: text) { return length }
    let isEscaped = next == UInt8(ascii: "\\") && scalar.isASCII && byte(1) == scalar.utf8.first
    if isEscaped { return 2 }
    return next == scalar.utf8.first ? scalar.utf8.count : 0
  }

  /// The length of the entity at the cursor, unless the text says the same letter for letter.
  private func entityLength(insteadOf text: Substring.UnicodeScalarView) -> Int? {
    let rest = source.line(line).dropFirst(index).prefix(InlineCursor.longestEntity)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let entity = rest[...end]
    let isName = entity.dropFirst().dropLast().allSatisfy { $0.isASCIIAlphanumeric || $0 == 0x23 }
    let isVerbatim = Substring(text).utf8.starts(with: entity)
    return isName && !isVerbatim ? entity.count : nil
  }

  /// The longest name of an entity has 31 letters.
  private static var longestEntity: Int { 34 }
}

extension UInt8 {
  fileprivate var isASCIIAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
