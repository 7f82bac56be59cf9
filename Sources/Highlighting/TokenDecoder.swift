internal import BookModel

/// Makes tokens out of what a language server answers for one file.
struct TokenDecoder: Sendable {
  /// The server's names for the kinds of token, in the order of their numbers.
  let legend: [String]

  /// The tokens; what does not fit the text or has no colour is left out.
  ///
  /// The answer holds five numbers a token: lines further down, UTF-16 units further right (from
  /// the line's start on a new line), length, kind, modifiers.
  func tokens(from data: [Int], in text: String) -> [SyntaxToken] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var tokens: [SyntaxToken] = []
    var line = 0
    var column = 0
    var previous = ""
    let possible = 0...text.utf8.count
    for start in stride(from: 0, to: data.count - data.count % 5, by: 5) {
      let (down, right, length) = (data[start], data[start + 1], data[start + 2])
      // Within these bounds no sum overflows; outside them the answer is about another text.
      guard possible.contains(down), possible.contains(right), possible.contains(length) else {
        return tokens
      }
      line += down
      column = down == 0 ? column + right : right
      guard lines.indices.contains(line), legend.indices.contains(data[start + 3]),
        length > 0,
        let piece = lines[line].piece(atUTF16: column, length: length)
      else { continue }
      let kind = TokenKind(legend[data[start + 3]], text: piece.text, after: previous).kind
      previous = piece.text
      guard let kind else { continue }
      tokens.append(
        SyntaxToken(kind: kind, line: line, start: piece.start, end: piece.end))
    }
    return tokens
  }
}

/// A part of a line, and where its UTF-8 bytes are.
private struct Piece {
  var text: String
  var start: Int
  var end: Int
}

extension String {
  fileprivate func piece(atUTF16 offset: Int, length: Int) -> Piece? {
    guard let start = utf16.index(utf16.startIndex, offsetBy: offset, limitedBy: utf16.endIndex),
      let end = utf16.index(start, offsetBy: length, limitedBy: utf16.endIndex),
      let first = start.samePosition(in: unicodeScalars),
      let last = end.samePosition(in: unicodeScalars)
    else { return nil }
    let before = utf8.distance(from: startIndex, to: first)
    let text = String(self[first..<last])
    return Piece(text: text, start: before, end: before + text.utf8.count)
  }
}
