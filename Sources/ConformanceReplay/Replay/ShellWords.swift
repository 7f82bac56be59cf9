/// The commands that a shell's line consists of, as far as their names go.
enum ShellWords {
  /// Each command with its words, in order; those in `$(…)` and `(…)` are commands of their own.
  static func commands(in line: String) -> [[String]] {
    var commands: [[String]] = [[]]
    var word = ""
    // Quotes that are open, one for each `(` that is.
    var quotes: [Character?] = [nil]
    // What follows `$(…)` inside quotes ends a word, and is no command.
    var isBehindSubstitution = false
    // Whether the words are what is left of a command that had a `(…)` in it, one for each `(`.
    var isRest = [false]
    func endWord() {
      if !word.isEmpty, !isBehindSubstitution, !isRest[isRest.count - 1] {
        commands[commands.count - 1].append(word)
      }
      word = ""
      isBehindSubstitution = false
    }
    for character in withoutArithmetic(line) {
      let quote = quotes[quotes.count - 1]
      if let quote, character == quote {
        quotes[quotes.count - 1] = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quotes[quotes.count - 1] = character
      } else if character == "(", quote == nil || word.hasSuffix("$") && quote == "\"" {
        if word.hasSuffix("$") { word.removeLast() }
        endWord()
        commands.append([])
        quotes.append(nil)
        isRest.append(false)
      } else if character == ")", quote == nil, quotes.count > 1 {
        endWord()
        commands.append([])
        quotes.removeLast()
        isRest.removeLast()
        isRest[isRest.count - 1] = true
        isBehindSubstitution = quotes[quotes.count - 1] != nil
      } else if quote == nil, ";|&\n".contains(character),
        character != "&" || !word.hasSuffix(">")
      {
        endWord()
        commands.append([])
        isRest[isRest.count - 1] = false
      } else if quote == nil, character == " " || character == "\t" {
        endWord()
      } else {
        word.append(character)
      }
    }
    endWord()
    return commands.map(withoutKeywords).filter { !$0.isEmpty }
  }

  /// The line with a number for each `$((…))`: what is calculated is no command.
  private static func withoutArithmetic(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let start = rest.firstRange(of: "$(("), let end = end(of: rest[start.upperBound...]) {
      result += rest[..<start.lowerBound] + "0"
      rest = rest[end...]
    }
    return result + rest
  }

  /// Where an expression ends whose two brackets have been opened; nil if they are never closed.
  private static func end(of text: Substring) -> String.Index? {
    var depth = 2
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text.index(after: index) }
    }
    return nil
  }

  /// The names of the commands: the last part of a path; behind `busybox`, the applet's.
  static func names(in line: String) -> [String] {
    commands(in: line).compactMap { words in
      let name = words[0].split(separator: "/").last.map(String.init) ?? words[0]
      return name == "busybox" && words.count > 1 ? words[1] : name
    }
  }

  private static func withoutKeywords(_ words: [String]) -> [String] {
    guard let first = words.first else { return [] }
    if first == "for" { return [] }
    if ["do", "then", "else", "elif", "if", "while", "until", "!"].contains(first) {
      return withoutKeywords(Array(words.dropFirst()))
    }
    let isKeyword = ["done", "fi", "{", "}"].contains(first)
    let isAssignment = first.firstIndex(of: "=").map { $0 != first.startIndex } ?? false
    let isRedirection =
      first.hasPrefix("2>") || first.hasPrefix("1>") || first.hasPrefix(">") || first.hasPrefix("<")
    return isKeyword || isAssignment || isRedirection ? [] : words
  }
}
