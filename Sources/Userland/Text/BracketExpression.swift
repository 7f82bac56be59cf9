/// What stands between square brackets: `[a-z]`, `[^0-9]`, `[[:space:]]`.
struct BracketExpression {
  private var ranges: [ClosedRange<Character>] = []
  private var classes: [String] = []
  private var isNegated = false

  /// Reads one whose opening bracket has been read; moves behind the closing one.
  init(_ characters: [Character], at index: inout Int) throws(RegularExpressionError) {
    if index < characters.count, characters[index] == "^" {
      isNegated = true
      index += 1
    }
    var isFirst = true
    while index < characters.count {
      let character = characters[index]
      if character == "]", !isFirst {
        index += 1
        return
      }
      isFirst = false
      if character == "[", index + 1 < characters.count, characters[index + 1] == ":" {
        try readClass(characters, &index)
      } else if index + 2 < characters.count, characters[index + 1] == "-",
        characters[index + 2] != "]", character <= characters[index + 2]
      {
        ranges.append(character...characters[index + 2])
        index += 3
      } else {
        ranges.append(character...character)
        index += 1
      }
    }
    throw .openBracket
  }

  private mutating func readClass(
    _ characters: [Character], _ index: inout Int
  ) throws(RegularExpressionError) {
    guard let end = characters[(index + 2)...].firstIndex(of: ":"), end + 1 < characters.count,
      characters[end + 1] == "]"
    else { throw .openBracket }
    classes.append(String(characters[(index + 2)..<end]))
    index = end + 2
  }

  func contains(_ character: Character) -> Bool {
    let isInside =
      ranges.contains { $0.contains(character) }
      || classes.contains { Self.isIn($0, character) }
    return isInside != isNegated
  }

  private static func isIn(_ name: String, _ character: Character) -> Bool {
    guard let value = character.asciiValue else { return false }
    let isLetter = (65...90).contains(value) || (97...122).contains(value)
    let isDigit = (48...57).contains(value)
    switch name {
    case "alpha": return isLetter
    case "digit": return isDigit
    case "alnum": return isLetter || isDigit
    case "upper": return (65...90).contains(value)
    case "lower": return (97...122).contains(value)
    case "space": return value == 32 || (9...13).contains(value)
    case "blank": return value == 32 || value == 9
    case "xdigit": return isDigit || (65...70).contains(value) || (97...102).contains(value)
    case "punct": return (33...126).contains(value) && !isLetter && !isDigit
    case "print": return (32...126).contains(value)
    case "cntrl": return value < 32 || value == 127
    default: return false
    }
  }
}
