/// A piece of a line at the prompt.
enum ShellToken: Equatable {
  case word(ShellWord)
  /// `;`, `&`, `&&`, `||`, `|`, `(`, `)`, `<`, `>`, `>>`, `<&`, `>&`, `&>`, with the descriptor that
  /// stands before it, and what only a bigger shell would understand.
  case symbol(String, descriptor: Int?)
}

/// A token, and where in the line it begins and ends.
struct PlacedToken: Equatable {
  let token: ShellToken
  let range: Range<Int>
}

/// Splits a line into words and symbols, as a shell does.
///
/// What a word holds is taken apart, and not yet replaced.
struct ShellLexer {
  let characters: [Character]
  var position = 0

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
    let digits = characters[position...].prefix { ("0"..."9").contains($0) }
    let after = position + digits.count
    if !digits.isEmpty, after < characters.count, "<>".contains(characters[after]) {
      position = after
      // More digits than a number has are more than there are descriptors.
      return symbol(descriptor: Int(String(digits)) ?? .max)
    }
    return Self.special.contains(characters[position])
      ? symbol(descriptor: nil) : .word(try word())
  }

  static let special: Set<Character> = [";", "&", "|", "<", ">", "(", ")"]

  private static let pairs = ["&&", "||", "<&", ">&", ">>", "<<", "|&", "&>", ";;"]

  private mutating func symbol(descriptor: Int?) -> ShellToken {
    let first = characters[position]
    position += 1
    guard position < characters.count else { return .symbol(String(first), descriptor: descriptor) }
    let pair = String([first, characters[position]])
    if Self.pairs.contains(pair) {
      position += 1
      return .symbol(pair, descriptor: descriptor)
    }
    return .symbol(String(first), descriptor: descriptor)
  }

  private mutating func word() throws(ShellSyntaxError) -> ShellWord {
    var word = ShellWord()
    while position < characters.count {
      let character = characters[position]
      if character.isWhitespace || Self.special.contains(character) { break }
      position += 1
      switch character {
      case "'": word.parts.append(.quoted(try text(upTo: "'")))
      case "\"": try quote(into: &word)
      case "\\" where position < characters.count:
        word.append(characters[position], isQuoted: true)
        position += 1
      case "$", "`": try replacement(after: character, isQuoted: false, into: &word)
      default: word.append(character, isQuoted: false)
      }
    }
    return word
  }

  /// What stands before the next `end`, which is passed over.
  mutating func text(upTo end: Character) throws(ShellSyntaxError) -> String {
    let rest = characters[position...]
    guard let index = rest.firstIndex(of: end) else { throw .unclosed(end) }
    position = index + 1
    return String(rest[..<index])
  }

  /// What stands between double quotes.
  private mutating func quote(into word: inout ShellWord) throws(ShellSyntaxError) {
    // Even nothing between quotes is a word.
    word.parts.append(.quoted(""))
    while position < characters.count {
      let character = characters[position]
      position += 1
      switch character {
      case "\"": return
      // Here a backslash protects only what would have a meaning.
      case "\\" where position < characters.count && "\"\\$`".contains(characters[position]):
        word.append(characters[position], isQuoted: true)
        position += 1
      case "$", "`": try replacement(after: character, isQuoted: true, into: &word)
      default: word.append(character, isQuoted: true)
      }
    }
    throw .unclosed("\"")
  }
}
