internal import BookModel
internal import CommonMark

/// Changes a table of contents without touching what its author wrote.
enum SummaryEdit {
  /// The text with a chapter: in the place of the draft of its title, or else as a new line.
  static func listing(_ title: String, file: String, in text: String) -> String {
    let drafts = SummaryParser.summary(of: text).entries.flattened.filter { entry in
      guard case .chapter(nil, _, _) = entry.kind else { return false }
      return ChapterTitle.areAlike(entry.title, title)
    }
    for draft in drafts {
      guard let position = draft.location.position,
        let filled = filling(position, with: file, in: text)
      else { continue }
      return filled
    }
    return adding("- [\(title)](\(file))", to: text)
  }

  /// The text with a file in a link that has none; nil where no such link stands at the place.
  private static func filling(
    _ place: SourcePosition, with file: String, in text: String
  ) -> String? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(place.line - 1) else { return nil }
    let line = lines[place.line - 1]
    let link = line.utf8.dropFirst(place.column - 1)
    guard let gap = line[link.startIndex...].firstRange(of: /\]\((<>)?\)/) else { return nil }
    var text = text
    text.replaceSubrange(gap, with: "](\(file))")
    return text
  }

  /// The text with one more line after the last list, or at its end where there is no list.
  private static func adding(_ entry: String, to text: String) -> String {
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
