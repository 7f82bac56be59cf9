/// The difference of two texts, line by line.
enum LineDiff {
  /// Lines of both: those of one side only begin with `-` (expected, did not come) or `+` (came, was
  /// not expected); of the common ones, only the two next to such a line.
  static func text(expected: [String], came: [String]) -> [String] {
    let marked = marked(expected: expected, came: came)
    var isShown = [Bool](repeating: false, count: marked.count)
    for index in marked.indices where !marked[index].hasPrefix("  ") {
      for near in max(0, index - 2)...min(marked.count - 1, index + 2) { isShown[near] = true }
    }
    var lines: [String] = []
    var last = -1
    for index in marked.indices where isShown[index] {
      if index > last + 1, last >= 0 { lines.append("  …") }
      lines.append(marked[index])
      last = index
    }
    return lines
  }

  /// Longer pieces than this are not looked through for lines that both have: that would take time
  /// that grows with the square of them.
  private static let longest = 2000

  /// Every line with its mark; what both begin and end with is no part of the search.
  private static func marked(expected: [String], came: [String]) -> [String] {
    let start = zip(expected, came).prefix { $0 == $1 }.count
    let (old, new) = (expected.dropFirst(start), came.dropFirst(start))
    let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    let (middle, other) = (Array(old.dropLast(end)), Array(new.dropLast(end)))
    let changed =
      max(middle.count, other.count) <= longest
      ? compared(expected: middle, came: other)
      : middle.map { "- " + $0 } + other.map { "+ " + $0 }
    return expected.prefix(start).map { "  " + $0 } + changed + old.suffix(end).map { "  " + $0 }
  }

  private static func compared(expected: [String], came: [String]) -> [String] {
    let changes = came.difference(from: expected)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var (old, new) = (0, 0)
    while old < expected.count || new < came.count {
      if removed.contains(old), old < expected.count {
        lines.append("- " + expected[old])
        old += 1
      } else if inserted.contains(new), new < came.count {
        lines.append("+ " + came[new])
        new += 1
      } else {
        lines.append("  " + expected[old])
        (old, new) = (old + 1, new + 1)
      }
    }
    return lines
  }
}
