/// A regular expression of POSIX, basic or extended, without references to what was found.
///
/// It follows all ways at once and never tries twice: the time that a line takes grows with its
/// length and the pattern's, whatever they are.
struct RegularExpression {
  /// What a pattern is made of, in the order in which it is tried.
  enum Instruction {
    case exactly(Character)
    case any
    case oneOf(BracketExpression)
    /// Both ways, the first one rather.
    case either(Int, Int)
    case jump(Int)
    /// Notes where a group begins or ends.
    case mark(Int)
    case lineStart
    case lineEnd
    case found
  }

  /// Where a pattern was found: the whole, then each group; nil for a group that took no part.
  typealias Match = [Range<Int>?]

  private let program: [Instruction]
  private let ignoresCase: Bool

  /// Reads a pattern.
  ///
  /// - Throws: Why it is none.
  init(
    _ pattern: String, ignoresCase: Bool = false, isExtended: Bool = false
  ) throws(RegularExpressionError) {
    self.ignoresCase = ignoresCase
    var parser = RegularExpressionParser(
      ignoresCase ? pattern.lowercased() : pattern, isExtended: isExtended)
    program = try parser.program()
  }

  /// Whether a line has a part that matches.
  func matches(_ line: Substring) -> Bool { firstMatch(in: Array(line)) != nil }

  /// The first part of a line that matches, from a place on; of those that begin there the longest.
  func firstMatch(in line: [Character], from start: Int = 0) -> Match? {
    let line = ignoresCase ? line.map { Character($0.lowercased()) } : line
    var search = RegularExpressionSearch(program: program, line: line)
    return search.run(from: start)
  }
}

/// Why a text is no regular expression, in the words of the C library.
enum RegularExpressionError: String, Error {
  case openGroup = "Unmatched ( or \\("
  case closedGroup = "Unmatched ) or \\)"
  case openBracket = "Unmatched [, [^, [:, [., or [="
  case openCount = "Unmatched \\{"
  case badCount = "Invalid content of \\{\\}"
  case nothingToRepeat = "Invalid preceding regular expression"
  case reference = "Invalid back reference"
  case trailingBackslash = "Trailing backslash"
  case tooBig = "Regular expression too big"
}
