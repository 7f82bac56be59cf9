/// A script of `sed`, read.
struct SedScript {
  private(set) var commands: [SedCommand] = []

  init(_ text: String, isExtended: Bool) throws(SedError) {
    var parser = SedParser(text, isExtended: isExtended)
    while let command = try parser.command() { commands.append(command) }
  }
}

/// Which line a command is meant for.
enum SedAddress {
  case line(Int)
  case lastLine
  case match(RegularExpression)
}

/// A command, and for which lines it is meant.
struct SedCommand {
  /// What it does.
  enum Action {
    case print, delete, quit, number, next
    case exchange([Character: Character])
    case replace(SedReplacement)
  }

  var first: SedAddress?
  var last: SedAddress?
  /// Whether it is meant for the other lines: `!`.
  var isNegated = false
  var action = Action.print
}

/// What `s` puts in the place of what.
struct SedReplacement {
  /// A piece of the new text.
  enum Piece {
    case text(String)
    /// What a group held; 0 for all that was found.
    case group(Int)
  }

  var expression: RegularExpression
  var pieces: [Piece] = []
  /// The first of the places at which it is replaced.
  var firstPlace = 1
  var isEverywhere = false
  var prints = false

  /// The text with what was found replaced; nil where nothing was.
  func applied(to text: String) -> String? {
    let line = Array(text)
    var result = ""
    var (position, copied, count) = (0, 0, 0)
    var hasChanged = false
    while position <= line.count, let match = expression.firstMatch(in: line, from: position),
      let whole = match[0]
    {
      // Nothing right behind what was found is not found again.
      let isEmptyBehind = whole.isEmpty && count > 0 && whole.lowerBound == copied
      if !isEmptyBehind { count += 1 }
      if !isEmptyBehind, count >= firstPlace {
        result += String(line[copied..<whole.lowerBound]) + newText(match, line)
        copied = whole.upperBound
        hasChanged = true
        if !isEverywhere { break }
      }
      position = whole.isEmpty ? whole.upperBound + 1 : whole.upperBound
    }
    return hasChanged ? result + String(line[copied...]) : nil
  }

  private func newText(_ match: RegularExpression.Match, _ line: [Character]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .group(let number):
        match.indices.contains(number) ? match[number].map { String(line[$0]) } ?? "" : ""
      }
    }
    .joined()
  }
}

/// Why a script is none.
enum SedError: Error {
  case unknownCommand(Character)
  case missingCommand
  case unfinished(Character)
  case unknownFlag
  case unequalLengths
  case badAddress
  case badExpression(RegularExpressionError)

  /// As a busybox words it; no recording has been there to hold it against.
  var ofBusybox: String {
    switch self {
    case .unknownCommand(let letter): "unsupported command \(letter)"
    case .missingCommand: "missing command"
    case .unfinished("s"), .unknownFlag: "bad option in substitution expression"
    case .unfinished, .badAddress: "unmatched '/'"
    case .unequalLengths: "strings for 'y' command are different lengths"
    case .badExpression(let error): "bad regex: \(error.rawValue)"
    }
  }

  /// As the one of the GNU project words it; no recording has been there to hold it against.
  var ofGNU: String {
    let reason =
      switch self {
      case .unknownCommand: "Unknown command"
      case .missingCommand: "Missing command"
      case .unfinished("s"): "Unterminated `s' command"
      case .unfinished("y"): "Unterminated `y' command"
      case .unfinished: "Unterminated address regex"
      case .unknownFlag: "Unknown option to `s'"
      case .unequalLengths: "strings for y command are different lengths"
      case .badAddress: "Unexpected `,'"
      case .badExpression(let error): error.rawValue
      }
    return "sed: -e expression #1: \(reason)"
  }
}
