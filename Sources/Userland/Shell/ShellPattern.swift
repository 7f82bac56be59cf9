/// A pattern for file names: `*`, `?` and `[…]`.
struct ShellPattern {
  /// A character of a word, and whether a quote keeps it from having a meaning.
  struct Symbol: Equatable {
    var character: Character
    var isQuoted: Bool
  }

  private enum Element {
    case exactly(Character)
    case anyOne
    case anyMany
    case oneOf([ClosedRange<Character>], isNegated: Bool)
  }

  private var elements: [Element] = []
  /// Whether anything in it is more than a character.
  private(set) var isPattern = false

  init(_ symbols: some Collection<Symbol>) {
    let symbols = Array(symbols)
    var index = 0
    while index < symbols.count {
      let symbol = symbols[index]
      index += 1
      switch symbol.isQuoted ? nil : symbol.character {
      case "*": elements.append(.anyMany)
      case "?": elements.append(.anyOne)
      case "[":
        guard let set = Self.set(symbols[index...]) else { fallthrough }
        elements.append(set.element)
        index = set.end
      default:
        elements.append(.exactly(symbol.character))
        continue
      }
      isPattern = true
    }
  }

  /// What stands between square brackets; nil where they are never closed.
  private static func set(_ symbols: ArraySlice<Symbol>) -> (element: Element, end: Int)? {
    guard let close = symbols.dropFirst().firstIndex(where: { $0.character == "]" }) else {
      return nil
    }
    var inside = symbols[..<close].map(\.character)
    let isNegated = inside.first == "!" || inside.first == "^"
    if isNegated { inside.removeFirst() }
    var ranges: [ClosedRange<Character>] = []
    var index = 0
    while index < inside.count {
      let first = inside[index]
      if index + 2 < inside.count, inside[index + 1] == "-", first <= inside[index + 2] {
        ranges.append(first...inside[index + 2])
        index += 3
      } else {
        ranges.append(first...first)
        index += 1
      }
    }
    return (.oneOf(ranges, isNegated: isNegated), close + 1)
  }

  /// Whether a file's name is one of those that the pattern means; one that begins with a point only
  /// where the pattern does.
  func matches(file name: String) -> Bool {
    if case .exactly(".") = elements.first { return matches(name) }
    return !name.hasPrefix(".") && matches(name)
  }

  /// Whether a text is one of those that the pattern means.
  func matches(_ name: String) -> Bool {
    let name = Array(name)
    var (element, character) = (0, 0)
    // Where to go on when what follows the last `*` does not fit: one character later.
    var retry: (element: Int, character: Int)?
    while character < name.count {
      if element < elements.count, case .anyMany = elements[element] {
        retry = (element, character)
        element += 1
      } else if element < elements.count, fits(elements[element], name[character]) {
        element += 1
        character += 1
      } else if let (start, used) = retry {
        retry = (start, used + 1)
        (element, character) = (start + 1, used + 1)
      } else {
        return false
      }
    }
    return elements[element...].allSatisfy { if case .anyMany = $0 { true } else { false } }
  }

  private func fits(_ element: Element, _ character: Character) -> Bool {
    switch element {
    case .exactly(let wanted): character == wanted
    case .anyOne: true
    case .anyMany: false
    case .oneOf(let ranges, let isNegated):
      ranges.contains { $0.contains(character) } != isNegated
    }
  }
}
