/// Commands and their redirections.
extension ShellParser {
  mutating func command() throws(ShellSyntaxError) -> ShellCommand {
    guard case .word(let first) = tokens.first?.token else {
      return isAt("(") ? try subshell() : .simple(try simple())
    }
    switch first.plainText {
    case "{": return try group()
    case "for": return try loop()
    case "if": return try choice()
    case "while", "until": return try repetition(isUntil: first.plainText == "until")
    case "do", "done", "then", "elif", "else", "fi", "}": throw unexpected
    case let word? where ShellSyntaxError.missingKeywords.contains(word): throw .missing(word)
    default: return .simple(try simple())
    }
  }

  // MARK: Compounds

  private mutating func subshell() throws(ShellSyntaxError) -> ShellCommand {
    advance()
    let body = try inner(until: [])
    guard take(")") else { throw .unexpectedEnd }
    return .subshell(body, try redirections())
  }

  private mutating func group() throws(ShellSyntaxError) -> ShellCommand {
    advance()
    let body = try inner(until: ["}"])
    guard takeWord("}") else { throw unexpected }
    return .group(body, try redirections())
  }

  private mutating func loop() throws(ShellSyntaxError) -> ShellCommand {
    advance()
    guard case .word(let word) = tokens.first?.token, let name = word.plainText,
      ShellWord.isName(name)
    else { throw unexpected }
    advance()
    guard takeWord("in") else { throw unexpected }
    var words: [ShellWord] = []
    while case .word(let word) = tokens.first?.token {
      words.append(word)
      advance()
    }
    guard take(";"), takeWord("do") else { throw unexpected }
    let body = try inner(until: ["done"])
    guard takeWord("done") else { throw unexpected }
    return .loop(variable: name, words: words, body, try redirections())
  }

  private mutating func repetition(isUntil: Bool) throws(ShellSyntaxError) -> ShellCommand {
    advance()
    let condition = try inner(until: ["do"])
    guard takeWord("do") else { throw unexpected }
    let body = try inner(until: ["done"])
    guard takeWord("done") else { throw unexpected }
    return .repetition(isUntil: isUntil, condition, body, try redirections())
  }

  private mutating func choice() throws(ShellSyntaxError) -> ShellCommand {
    var branches: [ShellBranch] = []
    while takeWord("if") || takeWord("elif") {
      let condition = try inner(until: ["then"])
      guard takeWord("then") else { throw unexpected }
      let body = try inner(until: ["elif", "else", "fi"])
      branches.append(ShellBranch(condition: condition, body: body))
      // Only another `elif` goes on; an `if` here would be a command of the body.
      guard isAt("elif") else { break }
    }
    let otherwise = takeWord("else") ? try inner(until: ["fi"]) : ShellScript()
    guard takeWord("fi") else { throw unexpected }
    return .choice(branches, otherwise: otherwise, try redirections())
  }

  /// A script inside a compound, which cannot be empty.
  private mutating func inner(until ends: [String]) throws(ShellSyntaxError) -> ShellScript {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw .tooDeep }
    let body = try script(until: ends)
    guard !body.lists.isEmpty else { throw unexpected }
    return body
  }

  // MARK: Simple commands

  private mutating func simple() throws(ShellSyntaxError) -> SimpleCommand {
    var command = SimpleCommand()
    var isEmpty = true
    while let token = tokens.first {
      if case .word(let word) = token.token {
        advance()
        if command.words.isEmpty, let assignment = word.assignment {
          command.assignments.append(.init(name: assignment.name, value: assignment.value))
        } else {
          command.words.append(word)
        }
      } else {
        guard let more = try redirection() else { break }
        command.redirections += more
      }
      isEmpty = false
    }
    if isEmpty { throw unexpected }
    return command
  }

  private mutating func redirections() throws(ShellSyntaxError) -> [ShellRedirection] {
    var all: [ShellRedirection] = []
    while let more = try redirection() { all += more }
    return all
  }

  /// The redirection that comes next; nil where there is none.
  private mutating func redirection() throws(ShellSyntaxError) -> [ShellRedirection]? {
    guard case .symbol(let symbol, let given) = tokens.first?.token else { return nil }
    if let missing = ShellSyntaxError.missing(symbol: symbol) { throw missing }
    guard let direction = Self.directions[symbol] else { return nil }
    let descriptor = given ?? (symbol.hasPrefix("<") ? 0 : 1)
    // A process of the time has 1,024 descriptors at the most.
    guard descriptor < 1024 else { throw .unexpected(symbol) }
    advance()
    guard let target = tokens.first else { throw .unexpected("newline") }
    guard case .word(let word) = target.token else { throw unexpected }
    advance()
    return [ShellRedirection(direction: direction, descriptor: descriptor, target: word)]
  }

  private static let directions: [String: ShellRedirection.Direction] = [
    "<": .read, ">": .write, ">>": .append, "<&": .copy, ">&": .copy, "&>": .both,
  ]
}
