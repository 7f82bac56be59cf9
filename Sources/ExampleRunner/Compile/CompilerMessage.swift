/// One message of the compiler: its first line, and the source and caret that it shows below.
struct CompilerMessage: Sendable, Hashable {
  enum Severity: String, Sendable, Hashable, CaseIterable {
    case error, warning, note, remark
  }

  /// The file as the compiler names it, with line and column; nil where it names none.
  struct Place: Sendable, Hashable {
    var path: String
    var line: Int
    var column: Int
  }

  var place: Place?
  var severity: Severity
  var text: String
  /// The lines below the first one, as they are.
  var context: [String]

  /// Reads what a compiler printed in LLVM's style; what comes before all messages is a remark.
  static func parse(_ output: String) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if let message = CompilerMessage(firstLine: line) {
        messages.append(message)
      } else if let last = messages.indices.last {
        messages[last].context.append(String(line))
      } else if !line.isEmpty {
        messages.append(
          CompilerMessage(place: nil, severity: .remark, text: String(line), context: []))
      }
    }
    return messages.map { $0.trimmed }
  }

  private init(place: Place?, severity: Severity, text: String, context: [String]) {
    self.place = place
    self.severity = severity
    self.text = text
    self.context = context
  }

  private init?(firstLine line: Substring) {
    for severity in Severity.allCases {
      let word = "\(severity): "
      if line.hasPrefix(word) {
        self.init(
          place: nil, severity: severity, text: String(line.dropFirst(word.count)), context: [])
        return
      }
      guard let range = line.firstRange(of: ": \(word)") else { continue }
      guard let place = Place(line[..<range.lowerBound]) else { continue }
      self.init(
        place: place, severity: severity, text: String(line[range.upperBound...]), context: [])
      return
    }
    return nil
  }

  private var trimmed: CompilerMessage {
    var message = self
    while message.context.last == "" { message.context.removeLast() }
    return message
  }

  /// The message as the compiler printed it.
  var whole: String { text(place: place.map { "\($0)" }) }

  /// The message as the compiler printed it, with its place in other words.
  func text(place: String?) -> String {
    ([(place.map { "\($0): " } ?? "") + "\(severity): \(text)"] + context)
      .map { $0 + "\n" }.joined()
  }
}

extension CompilerMessage.Place {
  /// Reads `path:line:column`.
  fileprivate init?(_ text: Substring) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 3, let line = Int(parts[parts.count - 2]),
      let column = Int(parts[parts.count - 1])
    else { return nil }
    self.init(path: parts.dropLast(2).joined(separator: ":"), line: line, column: column)
  }
}

extension CompilerMessage.Place: CustomStringConvertible {
  var description: String { "\(path):\(line):\(column)" }
}
