internal import BookModel

/// Code as HTML: each line numbered, each token in a span of its kind.
struct HighlightedCode {
  /// The lines, without their line endings.
  var lines: [String]
  /// The coloured pieces.
  var tokens: [SyntaxToken]
  /// The number of the first line in its file.
  var firstLine: Int

  /// The code as HTML.
  var markup: Markup {
    let tokensByLine = Dictionary(grouping: tokens, by: \.line)
    var writer = HTMLWriter()
    for (index, line) in lines.enumerated() {
      // The number is drawn by the style sheet, so that copied code does not hold it.
      writer.open("span", ["class": "line", "data-line": String(firstLine + index)])
      write(line, tokens: tokensByLine[index] ?? [], to: &writer)
      writer.text("\n")
      writer.close("span")
    }
    return writer.markup
  }

  /// Writes a line; a token that does not fit it is left out, for colours are never worth text.
  private func write(_ line: String, tokens: [SyntaxToken], to writer: inout HTMLWriter) {
    var written = line.startIndex
    for token in tokens.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      guard let start = line.index(atByte: token.start), let end = line.index(atByte: token.end),
        start >= written, start < end
      else { continue }
      writer.text(String(line[written..<start]))
      writer.element(
        "span", ["class": "token-\(token.kind.rawValue)"], text: String(line[start..<end]))
      written = end
    }
    writer.text(String(line[written...]))
  }
}

extension String {
  /// The place of a UTF-8 byte; nil outside the text and inside a character's encoding.
  fileprivate func index(atByte offset: Int) -> Index? {
    guard offset >= 0, offset <= utf8.count else { return nil }
    let index = utf8.index(utf8.startIndex, offsetBy: offset)
    return index.samePosition(in: unicodeScalars)
  }
}
