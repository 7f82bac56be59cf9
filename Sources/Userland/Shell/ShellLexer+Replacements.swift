/// What a shell replaces: `$NAME`, `${NAME}`, `$?` and its like, `$(…)`, `$((…))` and `` `…` ``.
extension ShellLexer {
  mutating func replacement(
    after sign: Character, isQuoted: Bool, into word: inout ShellWord
  ) throws(ShellSyntaxError) {
    if sign == "`" {
      word.parts.append(.command(try text(upTo: "`"), isQuoted: isQuoted))
    } else if let name = simpleName() {
      word.parts.append(.variable(name, isQuoted: isQuoted))
    } else if take("{") {
      word.parts.append(.variable(try nameInBraces(), isQuoted: isQuoted))
    } else if take("(") {
      let start = position
      let text = try textInBrackets()
      // The second bracket has to be closed right before the first one.
      if characters[start] == "(", text.hasSuffix(")") {
        word.parts.append(.arithmetic(String(text.dropFirst().dropLast())))
      } else {
        word.parts.append(.command(text, isQuoted: isQuoted))
      }
    } else {
      word.append(sign, isQuoted: isQuoted)
    }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard position < characters.count, characters[position] == character else { return false }
    position += 1
    return true
  }

  /// A name, or one of the characters that mean something of the shell's own; nil for neither.
  private mutating func simpleName() -> String? {
    guard position < characters.count else { return nil }
    if "?!$#@*0123456789".contains(characters[position]) {
      defer { position += 1 }
      return String(characters[position])
    }
    let name = characters[position...].prefix { ShellWord.isName("_\($0)") }
    position += name.count
    return name.isEmpty ? nil : String(name)
  }

  private mutating func nameInBraces() throws(ShellSyntaxError) -> String {
    let name = try text(upTo: "}")
    guard ShellWord.isName(name) || name.count == 1 && "?!$#@*0123456789".contains(name) else {
      throw .badSubstitution("${\(name)}")
    }
    return name
  }

  /// What stands before the bracket that closes this one; quotes keep their brackets to themselves.
  private mutating func textInBrackets() throws(ShellSyntaxError) -> String {
    let start = position
    var depth = 1
    var quote: Character?
    while position < characters.count {
      let character = characters[position]
      position += 1
      switch character {
      case "\\" where quote != "'": position += 1
      case "'", "\"":
        if quote == nil { quote = character } else if quote == character { quote = nil }
      case "(" where quote == nil: depth += 1
      case ")" where quote == nil: depth -= 1
      default: break
      }
      if depth == 0 { return String(characters[start..<position - 1]) }
    }
    throw .unclosed(")")
  }
}
