/// A word of a line, before what it holds has been replaced.
struct ShellWord: Equatable {
  /// A piece of a word.
  enum Part: Equatable {
    /// Text without quotes, in which `*` and its like have their meaning.
    case text(String)
    /// Text that means itself.
    case quoted(String)
    /// `$NAME`, and whether it stands between double quotes.
    case variable(String, isQuoted: Bool)
    /// `$(…)`: the line between the brackets, and whether it stands between double quotes.
    case command(String, isQuoted: Bool)
    /// `$((…))`: what stands between the brackets.
    case arithmetic(String)
  }

  var parts: [Part] = []

  /// The word where it is plain text without quotes, as a keyword is; else nil.
  var plainText: String? {
    guard parts.count == 1, case .text(let text) = parts[0] else { return nil }
    return text
  }

  /// Takes a word `NAME=value` apart; nil where it is none.
  var assignment: (name: String, value: ShellWord)? {
    guard case .text(let text) = parts.first, let sign = text.firstIndex(of: "=") else {
      return nil
    }
    let name = String(text[..<sign])
    guard ShellWord.isName(name) else { return nil }
    let rest = String(text[text.index(after: sign)...])
    var value = ShellWord(parts: Array(parts.dropFirst()))
    if !rest.isEmpty { value.parts.insert(.text(rest), at: 0) }
    return (name, value)
  }

  /// Adds text, to the piece before it where that is of the same kind.
  mutating func append(_ character: Character, isQuoted: Bool) {
    // The piece is taken out first, so that its text grows where it is and is not copied.
    switch (parts.popLast(), isQuoted) {
    case (.text(var text), false):
      text.append(character)
      parts.append(.text(text))
    case (.quoted(var text), true):
      text.append(character)
      parts.append(.quoted(text))
    case (let other, _):
      if let other { parts.append(other) }
      parts.append(isQuoted ? .quoted(String(character)) : .text(String(character)))
    }
  }

  /// Whether a text can name a variable: letters, digits and `_`, no digit first.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isNameStart(first) else { return false }
    return text.unicodeScalars.allSatisfy { isNameStart($0) || ("0"..."9").contains($0) }
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }
}
