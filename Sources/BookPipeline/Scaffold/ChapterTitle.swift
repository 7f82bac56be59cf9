/// The title that a chapter's name stands for.
enum ChapterTitle {
  /// `02-wait-queues` becomes `Wait queues`.
  static func title(for name: String) -> String {
    let words = name.drop { $0.isNumber || $0 == "-" }.replacing("-", with: " ")
    return words.isEmpty ? name : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Whether two titles are the same but for case and blanks.
  static func areAlike(_ left: String, _ right: String) -> Bool {
    let words = [left, right].map { $0.lowercased().split(whereSeparator: \.isWhitespace) }
    return words[0] == words[1]
  }
}
