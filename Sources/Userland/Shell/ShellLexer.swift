/// A piece of a line at the prompt.
enum ShellToken: Equatable {
  case word(String)
  /// `;`, `&`, `&&`, `||`, `<`, `>`, `>>`, `<&`, `>&`, with the descriptor that stands before it, and
  /// what only a bigger shell would understand.
  case symbol(String, descriptor: Int?)
}

/// A token, and where in the line it begins and ends.
struct PlacedToken: Equatable {
  let token: ShellToken
  let range: Range<Int>
}

/// Splits a line into words and symbols, as a shell does.
///
/// Nothing is expanded: there are no variables and no patterns.
struct ShellLexer {
  private let characters: [Character]
  private var position = 0

  init(_ line: String) { characters = Array(line) }

  mutating func tokens() throws(ShellSyntaxError) -> [PlacedToken] {
    var tokens: [PlacedToken] = []
    while skipBlanks() {
      let start = position
      let token = try next()
      tokens.append(PlacedToken(token: token, range: start..<position))
    }
    return tokens
  }

  /// Goes on to the next token; false at the end of the line, or at a comment.
  private mutating func skipBlanks() -> Bool {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    return position < characters.count && characters[position] != "#"
  }

  private mutating func next() throws(ShellSyntaxError) -> ShellToken {
    let digits = characters[position...].prefix { $0.isASCII && $0.isNumber }
    let after = position + digits.count
    if !digits.isEmpty, after < characters.count, "<>".contains(characters[after]) {
      position = after
      return symbol(descriptor: Int(String(digits)))
    }
    return Self.special.contains(characters[position]) ? symbol(descriptor: nil) : try word()
  }

  private static let special: Set<Character> = [";", "&", "|", "<", ">", "(", ")"]

  private mutating func symbol(descriptor: Int?) -> ShellToken {
    let first = characters[position]
    position += 1
    guard position < characters.count else { return .symbol(String(first), descriptor: descriptor) }
    let pair = String([first, characters[position]])
    if ["&&", "||", "<&", ">&", ">>", "<<", "|&", "&>"].contains(pair) {
      position += 1
      return .symbol(pair, descriptor: descriptor)
    }
    return .symbol(String(first), descriptor: descriptor)
  }

  private mutating func word() throws(ShellSyntaxError) -> ShellToken {
    var text = ""
    while position < characters.count {
      let character = characters[position]
      if character.isWhitespace || Self.special.contains(character) { break }
      position += 1
      switch character {
      case "'", "\"": text += try quoted(by: character)
      case "\\" where position < characters.count:
        text.append(characters[position])
        position += 1
      default: text.append(character)
      }
    }
    return .word(text)
  }

  private mutating func quoted(by quote: Character) throws(ShellSyntaxError) -> String {
    var text = ""
    while position < characters.count {
      let character = characters[position]
      position += 1
      if character == quote { return text }
      // Between double quotes, a backslash protects what would have a meaning there.
      if quote == "\"", character == "\\", position < characters.count,
        "\"\\$`".contains(characters[position])
      {
        text.append(characters[position])
        position += 1
      } else {
        text.append(character)
      }
    }
    throw .unclosed(quote)
  }
}
