/// Reads the commands of a `sed` script, one after the other.
struct SedParser {
  private var rest: Substring
  private let isExtended: Bool

  init(_ text: String, isExtended: Bool) { (rest, self.isExtended) = (text[...], isExtended) }

  /// The next command; nil at the end.
  mutating func command() throws(SedError) -> SedCommand? {
    rest = rest.drop { $0.isWhitespace || $0 == ";" }
    guard !rest.isEmpty, rest.first != "#" else { return nil }
    var command = SedCommand()
    command.first = try address()
    skipBlanks()
    if command.first != nil, take(",") {
      skipBlanks()
      guard let last = try address() else { throw .badAddress }
      command.last = last
      skipBlanks()
    }
    while take("!") || take(" ") { command.isNegated = true }
    guard let letter = rest.popFirst() else { throw .missingCommand }
    command.action = try action(letter)
    skipBlanks()
    guard let end = rest.first, end != ";", end != "\n" else { return command }
    throw .unknownFlag
  }

  private mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

  private mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func address() throws(SedError) -> SedAddress? {
    if take("$") { return .lastLine }
    if let line = number() { return .line(line) }
    guard rest.first == "/" || rest.first == "\\" else { return nil }
    if rest.first == "\\" { rest.removeFirst() }
    guard let sign = rest.popFirst() else { throw .missingCommand }
    let pattern = try text(upTo: sign, of: sign)
    return .match(try expression(pattern, ignoresCase: take("I")))
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    return number
  }

  private mutating func action(_ letter: Character) throws(SedError) -> SedCommand.Action {
    switch letter {
    case "p": return .print
    case "d": return .delete
    case "q": return .quit
    case "=": return .number
    case "n": return .next
    case "y": return try exchange()
    case "s": return try replacement()
    default: throw .unknownCommand(letter)
    }
  }

  private mutating func exchange() throws(SedError) -> SedCommand.Action {
    guard let sign = rest.popFirst() else { throw .unfinished("y") }
    let (old, new) = (try text(upTo: sign, of: "y"), try text(upTo: sign, of: "y"))
    guard old.count == new.count else { throw .unequalLengths }
    return .exchange(Dictionary(zip(old, new)) { first, _ in first })
  }

  private mutating func replacement() throws(SedError) -> SedCommand.Action {
    guard let sign = rest.popFirst() else { throw .unfinished("s") }
    let pattern = try text(upTo: sign, of: "s")
    let newText = try text(upTo: sign, of: "s")
    var (isEverywhere, prints, ignoresCase, place) = (false, false, false, 1)
    while let flag = rest.first, flag != ";", flag != "\n", flag != " " {
      if let number = number() {
        guard number > 0 else { throw .unknownFlag }
        place = number
        continue
      }
      rest.removeFirst()
      switch flag {
      case "g": isEverywhere = true
      case "p": prints = true
      case "i", "I": ignoresCase = true
      default: throw .unknownFlag
      }
    }
    return .replace(
      SedReplacement(
        expression: try expression(pattern, ignoresCase: ignoresCase), pieces: Self.pieces(newText),
        firstPlace: place, isEverywhere: isEverywhere, prints: prints))
  }

  private func expression(
    _ pattern: String, ignoresCase: Bool
  ) throws(SedError) -> RegularExpression {
    do throws(RegularExpressionError) {
      return try RegularExpression(pattern, ignoresCase: ignoresCase, isExtended: isExtended)
    } catch { throw .badExpression(error) }
  }

  /// What stands before the next sign of its kind; one behind a backslash is the character itself.
  private mutating func text(
    upTo sign: Character, of command: Character
  ) throws(SedError) -> String {
    var text = ""
    while let character = rest.popFirst() {
      if character == sign { return text }
      if character == "\\", let next = rest.popFirst() {
        text += next == sign ? String(next) : "\\\(next)"
      } else {
        text.append(character)
      }
    }
    throw .unfinished(command)
  }

  private static func pieces(_ text: String) -> [SedReplacement.Piece] {
    var pieces: [SedReplacement.Piece] = []
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "&" {
        pieces.append(.group(0))
      } else if character == "\\", let next = rest.popFirst() {
        if next.isASCII, let number = next.wholeNumberValue {
          pieces.append(.group(number))
        } else {
          pieces.append(.text(next == "n" ? "\n" : next == "t" ? "\t" : String(next)))
        }
      } else {
        pieces.append(.text(String(character)))
      }
    }
    return pieces
  }
}
