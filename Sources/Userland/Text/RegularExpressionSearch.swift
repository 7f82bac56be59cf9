/// One walk of a line through a regular expression's program.
struct RegularExpressionSearch {
  private typealias Instruction = RegularExpression.Instruction

  /// A place in the program, and what was noted on the way there.
  private struct Way {
    var place: Int
    var marks: [Int?]

    var start: Int { marks[0] ?? 0 }
  }

  private let program: [RegularExpression.Instruction]
  private let line: [Character]
  private var ways: [Way] = []
  private var isTaken: [Bool]
  private var best: [Int?]?
  private let markCount: Int

  init(program: [RegularExpression.Instruction], line: [Character]) {
    (self.program, self.line) = (program, line)
    isTaken = Array(repeating: false, count: program.count)
    markCount = program.reduce(2) { if case .mark(let mark) = $1 { max($0, mark + 1) } else { $0 } }
  }

  /// Where the program is first fulfilled, from a place on.
  mutating func run(from start: Int) -> RegularExpression.Match? {
    guard start <= line.count else { return nil }
    for position in start...line.count {
      if best == nil { follow(Way(place: 0, marks: newMarks), at: position) }
      if ways.isEmpty, best != nil { break }
      guard position < line.count else { break }
      let before = ways
      ways.removeAll(keepingCapacity: true)
      for index in isTaken.indices { isTaken[index] = false }
      for way in before where isLeading(way) && fits(way, line[position]) {
        var next = way
        next.place += 1
        follow(next, at: position + 1)
      }
    }
    return best.map { marks in
      stride(from: 0, to: marks.count, by: 2).map { index in
        guard let low = marks[index], let high = marks[index + 1], low <= high else { return nil }
        return low..<high
      }
    }
  }

  private var newMarks: [Int?] { Array(repeating: nil, count: markCount) }

  /// Whether a way that began later than what was found is of no use any more.
  private func isLeading(_ way: Way) -> Bool {
    guard let best, let start = best[0] else { return true }
    return way.start <= start
  }

  private func fits(_ way: Way, _ character: Character) -> Bool {
    switch program[way.place] {
    case .exactly(let wanted): wanted == character
    case .any: true
    case .oneOf(let set): set.contains(character)
    default: false
    }
  }

  /// Goes on to each instruction that wants a character; the ways that are preferred come first.
  private mutating func follow(_ way: Way, at position: Int) {
    var open = [way]
    while var way = open.popLast() {
      guard !isTaken[way.place] else { continue }
      isTaken[way.place] = true
      switch program[way.place] {
      case .exactly, .any, .oneOf:
        ways.append(way)
        continue
      case .either(let first, let second):
        open.append(Way(place: second, marks: way.marks))
        way.place = first
      case .jump(let place): way.place = place
      case .mark(let mark):
        way.marks[mark] = position
        way.place += 1
      case .lineStart:
        guard position == 0 else { continue }
        way.place += 1
      case .lineEnd:
        guard position == line.count else { continue }
        way.place += 1
      case .found:
        note(way)
        continue
      }
      open.append(way)
    }
  }

  private mutating func note(_ way: Way) {
    guard let old = best, let oldStart = old[0], let oldEnd = old[1] else {
      best = way.marks
      return
    }
    let isLonger = way.start == oldStart && (way.marks[1] ?? 0) > oldEnd
    if way.start < oldStart || isLonger { best = way.marks }
  }
}
