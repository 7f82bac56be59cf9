/// Reads a line at the prompt.
///
/// ```
/// script      = list , { ( ";" | "&" ) , list } , [ ";" | "&" ] ;
/// list        = pipeline , { ( "&&" | "||" ) , pipeline } ;
/// pipeline    = [ "!" ] , command , { ( "|" | "|&" ) , command } ;
/// command     = simple | compound , { redirection } ;
/// compound    = "(" , script , ")" | "{" , script , "}"
///             | "for" , name , "in" , { word } , ";" , "do" , script , "done"
///             | ( "while" | "until" ) , script , "do" , script , "done"
///             | "if" , script , "then" , script , { "elif" , script , "then" , script } ,
///               [ "else" , script ] , "fi" ;
/// simple      = { assignment } , { word | redirection } ;
/// redirection = [ digits ] , ( "<" | ">" | ">>" | "<&" | ">&" ) , word | "&>" , word ;
/// ```
struct ShellParser {
  let line: [Character]
  var tokens: ArraySlice<PlacedToken>
  /// How many compounds the parser is in.
  var depth = 0
  /// Where the last token ended.
  var end = 0

  /// A line that nests deeper than this is refused, before it exhausts the host.
  static let deepest = 50

  init(_ line: String) throws(ShellSyntaxError) {
    self.line = Array(line)
    var lexer = ShellLexer(line)
    tokens = try lexer.tokens()[...]
  }

  /// Reads the whole line.
  mutating func script() throws(ShellSyntaxError) -> ShellScript {
    let script = try script(until: [])
    if let token = tokens.first { throw .unexpected(text(of: token)) }
    return script
  }

  /// Reads lists up to one of these words at the start of a command, or to a closing bracket.
  mutating func script(until ends: [String]) throws(ShellSyntaxError) -> ShellScript {
    var script = ShellScript()
    while !tokens.isEmpty, !isAt(")"), !ends.contains(where: isAt) {
      script.lists.append(try list())
    }
    return script
  }

  private mutating func list() throws(ShellSyntaxError) -> ShellList {
    var list = ShellList()
    let start = tokens.first?.range.lowerBound ?? 0
    var condition = ShellList.Condition.always
    while true {
      list.items.append(.init(condition: condition, pipeline: try pipeline()))
      if take("&&") {
        condition = .afterSuccess
      } else if take("||") {
        condition = .afterFailure
      } else {
        break
      }
      if tokens.isEmpty { throw .unexpectedEnd }
    }
    list.text = String(line[start..<end])
    if take("&") {
      list.isInBackground = true
    } else {
      _ = take(";")
    }
    return list
  }

  private mutating func pipeline() throws(ShellSyntaxError) -> ShellPipeline {
    var pipeline = ShellPipeline()
    while takeWord("!") { pipeline.isNegated.toggle() }
    while true {
      var command = try command()
      let isLeadingErrors = isAt("|&")
      guard isLeadingErrors || isAt("|") else {
        pipeline.commands.append(command)
        return pipeline
      }
      advance()
      if isLeadingErrors { command.lead(2, to: 1) }
      pipeline.commands.append(command)
      if tokens.isEmpty { throw .unexpectedEnd }
    }
  }

  // MARK: Tokens

  /// Whether the next token is this symbol, or this word without quotes.
  func isAt(_ text: String) -> Bool {
    switch tokens.first?.token {
    case .symbol(text, nil): true
    case .word(let word): word.plainText == text
    default: false
    }
  }

  /// Passes over a symbol, if it is the next token.
  mutating func take(_ symbol: String) -> Bool {
    guard tokens.first?.token == .symbol(symbol, descriptor: nil) else { return false }
    advance()
    return true
  }

  /// Passes over a word without quotes, if it is the next token.
  mutating func takeWord(_ text: String) -> Bool {
    guard case .word(let word) = tokens.first?.token, word.plainText == text else { return false }
    advance()
    return true
  }

  mutating func advance() {
    if let token = tokens.popFirst() { end = token.range.upperBound }
  }

  func text(of token: PlacedToken) -> String { String(line[token.range]) }

  /// What is wrong with the next token, or with there being none.
  var unexpected: ShellSyntaxError {
    tokens.first.map { .unexpected(text(of: $0)) } ?? .unexpectedEnd
  }
}

extension ShellCommand {
  /// Leads one descriptor where another leads, after all other redirections.
  fileprivate mutating func lead(_ descriptor: Int, to other: Int) {
    let redirection = ShellRedirection(
      direction: .copy, descriptor: descriptor, target: ShellWord(parts: [.text(String(other))]))
    let all = redirections + [redirection]
    switch self {
    case .simple(var command):
      command.redirections = all
      self = .simple(command)
    case .subshell(let script, _): self = .subshell(script, all)
    case .group(let script, _): self = .group(script, all)
    case .loop(let variable, let words, let body, _):
      self = .loop(variable: variable, words: words, body, all)
    case .repetition(let isUntil, let condition, let body, _):
      self = .repetition(isUntil: isUntil, condition, body, all)
    case .choice(let branches, let otherwise, _):
      self = .choice(branches, otherwise: otherwise, all)
    }
  }
}
