/// The difference of two texts, in the unified format, with the line numbers of the chapter.
struct LineDiff: Sendable, Hashable {
  /// The line of the expected text, from 0, where the two part.
  var firstDifference: Int
  /// The hunks.
  var text: String

  private enum Edit {
    case same, removed, added
  }

  private typealias Step = (edit: Edit, line: [UInt8])

  /// What is longer than this is not worth a minimal difference, and nobody reads it.
  private static let most = 400

  /// Compares byte by byte; nil where there is no difference.
  ///
  /// `firstLine` is the line of the chapter where the expected text begins.
  init?(expected: String, found: String, firstLine: Int) {
    let old = Self.lines(expected)
    let new = Self.lines(found)
    guard old != new else { return nil }
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old[head...].reversed(), new[head...].reversed()).prefix { $0 == $1 }.count
    let removed = Array(old[head..<(old.count - tail)])
    let added = Array(new[head..<(new.count - tail)])
    let before = old[max(0, head - 3)..<head].map { Step(.same, $0) }
    let after = old[(old.count - tail)...].prefix(3).map { Step(.same, $0) }
    firstDifference = head
    text = Self.hunk(
      before + Self.steps(removed, added) + after,
      oldStart: firstLine + head - before.count, newStart: head - before.count + 1)
  }

  /// The lines, each with its newline, so that a missing one at the end is a difference.
  private static func lines(_ text: String) -> [[UInt8]] {
    let newline = UInt8(ascii: "\n")
    var lines = Array(text.utf8).split(separator: newline, omittingEmptySubsequences: false)
      .map { Array($0) + [newline] }
    if let last = lines.popLast(), last.count > 1 { lines.append(last.dropLast()) }
    return lines
  }

  private static func steps(_ old: [[UInt8]], _ new: [[UInt8]]) -> [Step] {
    guard old.count <= most, new.count <= most else {
      return old.map { (.removed, $0) } + new.map { (.added, $0) }
    }
    let difference = new.difference(from: old)
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var steps: [Step] = []
    var (from, to) = (0, 0)
    while from < old.count || to < new.count {
      if gone.contains(from) {
        steps.append((.removed, old[from]))
        from += 1
      } else if come.contains(to) {
        steps.append((.added, new[to]))
        to += 1
      } else {
        steps.append((.same, old[from]))
        (from, to) = (from + 1, to + 1)
      }
    }
    return steps
  }

  private static func hunk(_ steps: [Step], oldStart: Int, newStart: Int) -> String {
    let old = steps.count { $0.edit != .added }
    let new = steps.count { $0.edit != .removed }
    var lines = ["@@ -\(oldStart),\(old) +\(newStart),\(new) @@"]
    for step in steps.prefix(most) {
      let mark =
        switch step.edit {
        case .same: " "
        case .removed: "-"
        case .added: "+"
        }
      let isWhole = step.line.last == UInt8(ascii: "\n")
      lines.append(mark + VisibleText.line(isWhole ? step.line.dropLast() : step.line[...]))
      if !isWhole { lines.append("\\ no newline at the end") }
    }
    if steps.count > most { lines.append("… and \(steps.count - most) more lines") }
    return lines.map { $0 + "\n" }.joined()
  }
}
