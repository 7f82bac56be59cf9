/// Reads a regular expression and writes its program.
///
/// In a basic one `\(`, `\)`, `\{`, `\}`, `\|`, `\+` and `\?` have the meaning that the same without a
/// backslash have in an extended one.
struct RegularExpressionParser {
  private typealias Instruction = RegularExpression.Instruction

  private let characters: [Character]
  private let isExtended: Bool
  private var index = 0
  private var groups = 0
  private var depth = 0

  /// Programs longer than this are refused, before they exhaust the host.
  private static let longest = 20_000
  /// As are patterns that nest deeper than this.
  private static let deepest = 100

  init(_ pattern: String, isExtended: Bool) {
    (characters, self.isExtended) = (Array(pattern), isExtended)
  }

  /// The program of the whole pattern.
  mutating func program() throws(RegularExpressionError) -> [RegularExpression.Instruction] {
    let body = try alternatives()
    // A bracket that closes nothing ends the pattern here; an extended one takes it for itself.
    guard index == characters.count else { throw .closedGroup }
    return [.mark(0)] + Self.moved(body, by: 1) + [.mark(1), .found]
  }

  private mutating func alternatives() throws(RegularExpressionError) -> [Instruction] {
    var left = try sequence()
    while takeOperator("|") {
      let right = try sequence()
      left =
        [.either(1, left.count + 2)] + Self.moved(left, by: 1) + [
          .jump(left.count + right.count + 2)
        ]
        + Self.moved(right, by: left.count + 2)
    }
    return left
  }

  private mutating func sequence() throws(RegularExpressionError) -> [Instruction] {
    var all: [Instruction] = []
    var isAtStart = true
    while index < characters.count, !isOperator("|"), !(isOperator(")") && depth > 0) {
      if isOperator(")"), !isExtended { throw .closedGroup }
      var part = try atom(isAtStart: isAtStart)
      isAtStart = isAtStart && part.isAnchor
      while !part.isAnchor || isExtended, let counts = try repetition() {
        part.code = try Self.repeated(part.code, counts)
      }
      all += Self.moved(part.code, by: all.count)
      guard all.count <= Self.longest else { throw .tooBig }
    }
    return all
  }

  // MARK: Atoms

  private mutating func atom(
    isAtStart: Bool
  ) throws(RegularExpressionError) -> (code: [Instruction], isAnchor: Bool) {
    if takeOperator("(") { return (try group(), false) }
    let character = characters[index]
    index += 1
    switch character {
    case "^" where isExtended || isAtStart: return ([.lineStart], true)
    case "$" where isExtended || isLast: return ([.lineEnd], true)
    case ".": return ([.any], false)
    case "[": return ([.oneOf(try BracketExpression(characters, at: &index))], false)
    case "*" where isExtended && isAtStart, "+" where isExtended && isAtStart,
      "?" where isExtended && isAtStart:
      throw .nothingToRepeat
    case "\\":
      guard index < characters.count else { throw .trailingBackslash }
      let escaped = characters[index]
      index += 1
      if let digit = escaped.wholeNumberValue, digit > 0 { throw .reference }
      return ([.exactly(Self.escapes[escaped] ?? escaped)], false)
    default: return ([.exactly(character)], false)
    }
  }

  private static let escapes: [Character: Character] = ["n": "\n", "t": "\t"]

  private mutating func group() throws(RegularExpressionError) -> [Instruction] {
    groups += 1
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw .tooBig }
    let number = groups
    let body = try alternatives()
    guard takeOperator(")") else { throw .openGroup }
    return [.mark(number * 2)] + Self.moved(body, by: 1) + [.mark(number * 2 + 1)]
  }

  /// Whether a `$` that was just read ends the pattern, or what a group or an alternative holds of it.
  private var isLast: Bool { index == characters.count || isOperator(")") || isOperator("|") }

  // MARK: Repetitions

  private mutating func repetition() throws(RegularExpressionError) -> (Int, Int?)? {
    if index < characters.count, characters[index] == "*" {
      index += 1
      return (0, nil)
    }
    if takeOperator("+") { return (1, nil) }
    if takeOperator("?") { return (0, 1) }
    guard takeOperator("{") else { return nil }
    let low = number() ?? 0
    var high: Int? = low
    if index < characters.count, characters[index] == "," {
      index += 1
      high = number()
    }
    guard takeOperator("}") else { throw .openCount }
    guard low <= 255, (high ?? low) <= 255, low <= high ?? low else { throw .badCount }
    return (low, high)
  }

  private mutating func number() -> Int? {
    let digits = characters[index...].prefix { $0.isASCII && $0.isNumber }
    index += digits.count
    return Int(String(digits))
  }

  private static func repeated(
    _ code: [Instruction], _ counts: (low: Int, high: Int?)
  ) throws(RegularExpressionError) -> [Instruction] {
    let copies = max(counts.low, counts.high ?? counts.low) + 1
    guard (code.count + 2) * copies <= longest else { throw .tooBig }
    var all: [Instruction] = []
    for _ in 0..<counts.low { all += moved(code, by: all.count) }
    guard let high = counts.high else {
      let start = all.count
      let loop = [.either(1, code.count + 2)] + moved(code, by: 1) + [Instruction.jump(0)]
      return all + moved(loop, by: start)
    }
    for _ in counts.low..<high {
      all += moved([.either(1, code.count + 1)] + moved(code, by: 1), by: all.count)
    }
    return all
  }

  /// A piece of program that stands so much further back.
  private static func moved(_ code: [Instruction], by offset: Int) -> [Instruction] {
    code.map { instruction in
      switch instruction {
      case .either(let first, let second): .either(first + offset, second + offset)
      case .jump(let place): .jump(place + offset)
      default: instruction
      }
    }
  }

  // MARK: Operators

  /// Whether a character that has a meaning follows.
  private func isOperator(_ character: Character) -> Bool {
    let rest = characters[index...]
    return isExtended ? rest.first == character : rest.starts(with: ["\\", character])
  }

  private mutating func takeOperator(_ character: Character) -> Bool {
    guard isOperator(character) else { return false }
    index += isExtended ? 1 : 2
    return true
  }
}
