/// Tells comments, which a page drops, from other raw HTML, which a book must not hold.
enum HTMLComment {
  /// Whether a piece of HTML is made of comments and blanks alone.
  static func isOnlyComments(_ html: String) -> Bool {
    var rest = html.drop(while: \.isWhitespace)
    while rest.hasPrefix("<!--") {
      guard let end = rest.firstRange(of: "-->") else { return false }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    return rest.isEmpty
  }
}
