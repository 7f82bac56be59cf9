/// Reads a line at the prompt.
///
/// ```
/// line        = command , { separator , command } , [ separator ] ;
/// separator   = ";" | "&" | "&&" | "||" ;
/// command     = { word | redirection } ;
/// redirection = [ digits ] , ( "<" | ">" | ">>" ) , word
///             | [ digits ] , ( "<&" | ">&" ) , ( digits | "-" ) ;
/// ```
struct ShellParser {
  private let line: [Character]
  private var tokens: ArraySlice<PlacedToken>

  init(_ line: String) throws(ShellSyntaxError) {
    self.line = Array(line)
    var lexer = ShellLexer(line)
    tokens = try lexer.tokens()[...]
  }

  mutating func commands() throws(ShellSyntaxError) -> [ShellCommand] {
    var commands: [ShellCommand] = []
    while !tokens.isEmpty { commands.append(try command()) }
    if let last = commands.last, last.separator == .and || last.separator == .or {
      throw .unexpected("newline")
    }
    return commands
  }

  private mutating func command() throws(ShellSyntaxError) -> ShellCommand {
    var command = ShellCommand()
    let start = tokens.first?.range.lowerBound ?? 0
    var end = start
    while let placed = tokens.popFirst() {
      switch placed.token {
      case .word(let word): command.words.append(word)
      case .symbol(let symbol, let descriptor):
        let isFirst = command.words.isEmpty && command.redirections.isEmpty
        if symbol.hasPrefix("|"), isFirst { throw .unexpected(symbol) }
        if let missing = ShellSyntaxError.missing(symbol) { throw missing }
        if let separator = Self.separator(symbol) {
          if isFirst { throw .unexpected(symbol) }
          command.separator = separator
          command.text = String(line[start..<end])
          return command
        }
        command.redirections.append(try redirection(symbol, descriptor, &end))
        continue
      }
      end = placed.range.upperBound
    }
    command.text = String(line[start..<end])
    return command
  }

  private static func separator(_ symbol: String) -> ShellCommand.Separator? {
    switch symbol {
    case ";": .then
    case "&": .background
    case "&&": .and
    case "||": .or
    default: nil
    }
  }

  private mutating func redirection(
    _ symbol: String, _ descriptor: Int?, _ end: inout Int
  ) throws(ShellSyntaxError) -> ShellCommand.Redirection {
    guard ["<", ">", ">>", "<&", ">&"].contains(symbol) else { throw .unexpected(symbol) }
    guard let target = tokens.popFirst() else { throw .unexpected("newline") }
    guard case .word(let word) = target.token else {
      throw .unexpected(String(line[target.range]))
    }
    end = target.range.upperBound
    let descriptor = descriptor ?? (symbol.hasPrefix("<") ? 0 : 1)
    // A process of the time has 1,024 descriptors at the most.
    guard descriptor < 1024 else { throw .unexpected(symbol) }
    switch symbol {
    case "<": return .read(descriptor: descriptor, path: word)
    case ">": return .write(descriptor: descriptor, path: word)
    case ">>": return .append(descriptor: descriptor, path: word)
    default: break
    }
    if word == "-" { return .close(descriptor: descriptor) }
    guard let source = Int(word) else { throw .unexpected(word) }
    return .copy(descriptor: descriptor, of: source)
  }
}
