internal import CommonMark

/// Changes a table of contents without touching what its author wrote.
enum SummaryEdit {
  /// The text with one more line after the last list, or at its end where there is no list.
  static func adding(_ entry: String, to text: String) -> String {
    let newline = text.contains("\r\n") ? "\r\n" : "\n"
    let lists = Document(parsing: text).blocks.filter { block in
      guard case .list = block.kind else { return false }
      return true
    }
    guard let last = lists.last?.range.end.line else {
      let separator = text.isEmpty ? "" : text.hasSuffix(newline) ? newline : newline + newline
      return text + separator + entry + newline
    }
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    lines.insert(Substring(entry), at: min(last, lines.count))
    let joined = lines.joined(separator: newline)
    return last >= lines.count - 1 ? joined + newline : joined
  }
}
