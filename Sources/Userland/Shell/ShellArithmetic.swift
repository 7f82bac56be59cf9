/// Calculates what stands in `$((…))`: whole numbers of 64 bits, as the processor calculates them.
struct ShellArithmetic {
  /// Why a text cannot be calculated.
  enum Failure: Error {
    case syntax
    case divisionByZero
  }

  private var tokens: ArraySlice<String>
  private let value: (String) -> String
  private var depth = 0

  /// Takes a text apart; `value` says what a variable holds.
  init(_ text: String, value: @escaping (String) -> String) {
    tokens = Self.tokens(text)[...]
    self.value = value
  }

  /// The result.
  mutating func result() throws(Failure) -> Int {
    guard !tokens.isEmpty else { return 0 }
    let result = try binary(0)
    guard tokens.isEmpty else { throw .syntax }
    return result
  }

  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
        continue
      }
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let operation = ["&&", "||", "==", "!=", "<=", ">=", "<<", ">>"].first { rest.hasPrefix($0) }
      let token = word.isEmpty ? operation ?? String(first) : String(word)
      tokens.append(token)
      rest = rest.dropFirst(token.count)
    }
    return tokens
  }

  /// The operators, the loosest first.
  private static let levels: [[String]] = [
    ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<", "<=", ">", ">="], ["<<", ">>"],
    ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func binary(_ level: Int) throws(Failure) -> Int {
    guard level < Self.levels.count else { return try unary() }
    var left = try binary(level + 1)
    while let operation = tokens.first, Self.levels[level].contains(operation) {
      tokens.removeFirst()
      left = try Self.calculate(left, operation, try binary(level + 1))
    }
    return left
  }

  private mutating func unary() throws(Failure) -> Int {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100, let token = tokens.popFirst() else { throw .syntax }
    switch token {
    case "-": return 0 &- (try unary())
    case "+": return try unary()
    case "!": return try unary() == 0 ? 1 : 0
    case "~": return ~(try unary())
    case "(":
      let inner = try binary(0)
      guard tokens.popFirst() == ")" else { throw .syntax }
      return inner
    default:
      if let number = Self.number(token) { return number }
      guard ShellWord.isName(token) else { throw .syntax }
      let text = value(token)
      guard let number = text.isEmpty ? 0 : Self.number(text) else { throw .syntax }
      return number
    }
  }

  /// A number as C writes it.
  private static func number(_ text: String) -> Int? {
    if text.hasPrefix("-") { return number(String(text.dropFirst())).map { 0 &- $0 } }
    if text.lowercased().hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
    return text.hasPrefix("0") ? Int(text, radix: 8) : Int(text)
  }

  private static func calculate(
    _ left: Int, _ operation: String, _ right: Int
  ) throws(Failure) -> Int {
    switch operation {
    case "+": return left &+ right
    case "-": return left &- right
    case "*": return left &* right
    case "/", "%":
      guard right != 0 else { throw .divisionByZero }
      let parts = (
        left.dividedReportingOverflow(by: right), left.remainderReportingOverflow(dividingBy: right)
      )
      return operation == "/" ? parts.0.partialValue : parts.1.partialValue
    case "|": return left | right
    case "^": return left ^ right
    case "&": return left & right
    case "<<": return left &<< right
    case ">>": return left &>> right
    default: return compare(left, operation, right) ? 1 : 0
    }
  }

  private static func compare(_ left: Int, _ operation: String, _ right: Int) -> Bool {
    switch operation {
    case "||": left != 0 || right != 0
    case "&&": left != 0 && right != 0
    case "==": left == right
    case "!=": left != right
    case "<": left < right
    case "<=": left <= right
    case ">": left > right
    default: left >= right
    }
  }
}
