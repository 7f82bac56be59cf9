@testable import SimKernel

/// Takes the values out of lines that a real kernel printed, and nothing else: no line is kept.
struct RecordingReader {
  /// The recording is not what the reader takes it for.
  struct Unexpected: Error, CustomStringConvertible {
    var description: String
  }

  private(set) var rest: ArraySlice<String>

  init(_ text: String) {
    rest = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
  }

  var isAtEnd: Bool { rest.isEmpty || rest.first?.isEmpty == true && rest.count == 1 }

  func starts(with prefix: String) -> Bool { rest.first?.hasPrefix(prefix) ?? false }

  /// Goes past a line that carries no value.
  mutating func skip(_ line: String) throws {
    guard rest.first == line else { throw unexpected(line) }
    rest.removeFirst()
  }

  mutating func skipIfThere(_ prefix: String) -> Bool {
    guard starts(with: prefix) else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes a line apart.
  mutating func take<Output>(_ expression: Regex<Output>) throws -> Output {
    guard let line = rest.first, let match = line.wholeMatch(of: expression) else {
      throw unexpected("a match")
    }
    rest.removeFirst()
    return match.output
  }

  mutating func takeIfThere<Output>(_ expression: Regex<Output>) -> Output? {
    guard let line = rest.first, let match = line.wholeMatch(of: expression) else { return nil }
    rest.removeFirst()
    return match.output
  }

  mutating func line() throws -> String {
    guard let line = rest.popFirst() else { throw unexpected("a line") }
    return line
  }

  func unexpected(_ what: String) -> Unexpected {
    Unexpected(description: "\(what) is not where \(rest.first ?? "the end") is")
  }
}

/// A number in hexadecimal.
func number(_ text: some StringProtocol) throws -> UInt64 {
  guard let value = UInt64(text.hasPrefix("0x") ? text.dropFirst(2) : text[...], radix: 16) else {
    throw RecordingReader.Unexpected(description: "\(text) is no number")
  }
  return value
}

/// A number in decimal.
func decimal(_ text: some StringProtocol) throws -> Int {
  guard let value = Int(text) else {
    throw RecordingReader.Unexpected(description: "\(text) is no number")
  }
  return value
}

/// The lines that pieces add up to.
func lines(_ pieces: [LogPiece]) -> [String] {
  var lines = pieces.map(\.text).joined()
    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  if lines.last == "" { lines.removeLast() }
  return lines
}
