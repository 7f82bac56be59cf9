/// A basic regular expression: `.`, `*`, `[…]`, `^`, `$` and `\`, and `|` between whole alternatives.
///
/// It never tries twice: the time that a line takes grows with its length and the pattern's, whatever
/// they are.
struct RegularExpression {
  private enum Atom {
    case exactly(Character)
    case any
    case oneOf(ShellPattern)
  }

  private struct Alternative {
    var atoms: [(atom: Atom, isRepeated: Bool)] = []
    var isAtStart = false
    var isAtEnd = false
  }

  private var alternatives: [Alternative] = []
  private let ignoresCase: Bool

  init(_ pattern: String, ignoresCase: Bool = false, hasAlternatives: Bool = false) {
    self.ignoresCase = ignoresCase
    let pattern = ignoresCase ? pattern.lowercased() : pattern
    let parts =
      hasAlternatives
      ? pattern.split(separator: "|", omittingEmptySubsequences: false) : [pattern[...]]
    alternatives = parts.map(Self.alternative)
  }

  private static func alternative(_ pattern: Substring) -> Alternative {
    var result = Alternative()
    let characters = Array(pattern)
    var index = 0
    if characters.first == "^" {
      result.isAtStart = true
      index = 1
    }
    while index < characters.count {
      let character = characters[index]
      index += 1
      switch character {
      case "\\" where index < characters.count:
        result.atoms.append((.exactly(characters[index]), false))
        index += 1
      case ".": result.atoms.append((.any, false))
      case "*" where !result.atoms.isEmpty: result.atoms[result.atoms.count - 1].isRepeated = true
      case "$" where index == characters.count: result.isAtEnd = true
      case "[":
        let rest = characters[index...]
        guard let close = rest.dropFirst().firstIndex(of: "]") else { fallthrough }
        let set = characters[(index - 1)...close]
        result.atoms.append(
          (.oneOf(ShellPattern(set.map { .init(character: $0, isQuoted: false) })), false))
        index = close + 1
      default: result.atoms.append((.exactly(character), false))
      }
    }
    return result
  }

  /// Whether a line has a part that matches.
  func matches(_ line: Substring) -> Bool {
    let line = ignoresCase ? line.lowercased()[...] : line
    return alternatives.contains { Self.matches(Array(line), $0) }
  }

  private static func matches(_ line: [Character], _ wanted: Alternative) -> Bool {
    let atoms = wanted.atoms
    // Where in the pattern one can be after the characters so far.
    var states = [Bool](repeating: false, count: atoms.count + 1)
    for position in 0...line.count {
      if position == 0 || !wanted.isAtStart { states[0] = true }
      for state in atoms.indices where states[state] && atoms[state].isRepeated {
        states[state + 1] = true
      }
      if states[atoms.count], position == line.count || !wanted.isAtEnd { return true }
      guard position < line.count else { break }
      var next = [Bool](repeating: false, count: states.count)
      for state in atoms.indices where states[state] && fits(atoms[state].atom, line[position]) {
        next[atoms[state].isRepeated ? state : state + 1] = true
      }
      states = next
    }
    return false
  }

  private static func fits(_ atom: Atom, _ character: Character) -> Bool {
    switch atom {
    case .exactly(let wanted): wanted == character
    case .any: true
    case .oneOf(let set): set.matches(String(character))
    }
  }
}
