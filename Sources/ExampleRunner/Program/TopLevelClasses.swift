/// A class that a program declares at its top level, for anybody in the program to use.
struct TopLevelClass: Sendable, Hashable {
  var name: String
  /// The compilation condition that it stands under; nil where there is none.
  var condition: String?
}

/// Finds the classes by reading tokens alone: a parser would cost more than all the rest.
struct TopLevelClasses {
  private static let modifiers: Set<String> = [
    "public", "open", "internal", "package", "final", "nonisolated", "unsafe", "private",
    "fileprivate", "distributed", "indirect", "dynamic",
  ]

  private var classes: [TopLevelClass] = []
  private var depth = 0
  private var conditions: [Conditions] = []
  private var isPrivate = false

  /// The branches of one `#if` so far: those that were passed, and the one that is open.
  private struct Conditions {
    var passed: [String] = []
    var open: String

    var text: String {
      (passed.map { "!(\($0))" } + (open.isEmpty ? [] : ["(\(open))"])).joined(separator: " && ")
    }
  }

  static func find(in source: String) -> [TopLevelClass] {
    var finder = TopLevelClasses()
    let tokens = SwiftTokens.read(source)
    for index in tokens.indices {
      finder.take(tokens, at: index)
    }
    return finder.classes
  }

  private mutating func take(_ tokens: [SwiftTokens.Token], at index: Int) {
    switch tokens[index] {
    case .open(let isBrace):
      depth += 1
      if isBrace { isPrivate = false }
    case .close(let isBrace):
      depth = max(0, depth - 1)
      if isBrace { isPrivate = false }
    case .directive(let name, let rest): direct(name, rest)
    case .word(let word) where depth == 0: declare(word, tokens[(index + 1)...])
    case .other where depth == 0: isPrivate = false
    case .word, .other, .attribute: break
    }
  }

  private mutating func declare(_ word: String, _ rest: ArraySlice<SwiftTokens.Token>) {
    if word == "private" || word == "fileprivate" {
      isPrivate = true
    } else if word == "class", case .word(let name)? = rest.first {
      // A generic class has no type of its own to hand over.
      if !isPrivate, rest.dropFirst().first != .other("<") {
        let condition = conditions.map(\.text).joined(separator: " && ")
        classes.append(TopLevelClass(name: name, condition: condition.isEmpty ? nil : condition))
      }
      isPrivate = false
    } else if !Self.modifiers.contains(word) {
      isPrivate = false
    }
  }

  private mutating func direct(_ name: String, _ rest: String) {
    switch name {
    case "if":
      conditions.append(Conditions(open: rest))
    case "elseif", "else":
      guard var last = conditions.popLast() else { return }
      last.passed.append(last.open)
      last.open = name == "else" ? "" : rest
      conditions.append(last)
    case "endif":
      conditions.removeLast(conditions.isEmpty ? 0 : 1)
    default: break
    }
  }
}
