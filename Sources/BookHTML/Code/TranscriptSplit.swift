internal import BookModel

/// A transcript in lines and pieces: what was typed, what came back, and what was set apart.
struct TranscriptSplit {
  /// A line of a transcript.
  struct Line: Hashable {
    /// The text, without its line ending.
    var text: String
    /// Whether a line ending follows.
    var hasEnding: Bool
    /// Whether the reader of the book would type it.
    var isTyped: Bool
  }

  /// A run of lines.
  struct Part: Hashable {
    /// What the program calls it, where it set it apart.
    var mark: String?
    /// The lines, at least one.
    var lines: [Line]
  }

  /// The pieces, in order; together they are the whole output.
  let parts: [Part]

  /// Splits an output, of which marks and typed lines are known.
  init(output: String, marks: [Transcript.Mark], commands: [String]) {
    let lines = Self.lines(of: output, commands: commands)
    var parts: [Part] = []
    var next = 0
    // A mark that reaches beyond the output, or back into another one, is cut.
    for mark in marks.sorted(by: { $0.firstLine < $1.firstLine }) {
      let first = min(max(mark.firstLine, next), lines.count)
      let end = min(mark.endLine, lines.count)
      guard first < end else { continue }
      if next < first { parts.append(Part(mark: nil, lines: Array(lines[next..<first]))) }
      parts.append(Part(mark: mark.name, lines: Array(lines[first..<end])))
      next = end
    }
    if next < lines.count { parts.append(Part(mark: nil, lines: Array(lines[next...]))) }
    self.parts = parts
  }

  /// The lines; a typed one is the prompt and the next command that has not been seen yet.
  private static func lines(of output: String, commands: [String]) -> [Line] {
    // A carriage return is shown, so only a line feed ends a line here.
    var texts = output.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    let endsWithLineFeed = texts.last?.isEmpty == true
    if endsWithLineFeed { texts.removeLast() }
    var awaited = commands[...]
    return texts.enumerated().map { index, text in
      let isTyped = awaited.first.map { text == Session.prompt + $0 } ?? false
      if isTyped { awaited.removeFirst() }
      return Line(
        text: text, hasEnding: index < texts.count - 1 || endsWithLineFeed, isTyped: isTyped)
    }
  }
}
