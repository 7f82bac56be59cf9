/// The parts of what a link names, before anything is known about them.
struct DestinationParts {
  /// The scheme in lower case, `//` for another host without one; nil for a place in the book.
  let scheme: String?
  /// What comes before the fragment.
  let path: String
  /// What follows `#`; nil where there is none.
  let fragment: String?

  /// Takes apart what a link names.
  init(_ destination: String) {
    // A control character, which a browser would skip, makes a scheme that nobody knows.
    let head = destination.prefix { !"/?#".contains($0) }
    if let colon = head.firstIndex(of: ":") {
      scheme = head[..<colon].lowercased()
    } else {
      // To a browser, a backslash is a slash.
      scheme = destination.hasPrefix("//") || destination.hasPrefix("\\") ? "//" : nil
    }
    let pieces = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    path = pieces.first.map { PercentEncoding.decoded(String($0)) } ?? ""
    fragment = pieces.count > 1 ? PercentEncoding.decoded(String(pieces[1])) : nil
  }

  /// The path relative to the book's folder, seen from one of its files; nil outside the book.
  func path(from file: String) -> String? {
    if path.hasPrefix("/") { return nil }
    var components = file.split(separator: "/").dropLast().map(String.init)
    for component in path.split(separator: "/") where component != "." {
      if component != ".." {
        components.append(String(component))
      } else if components.popLast() == nil {
        return nil
      }
    }
    return components.joined(separator: "/")
  }
}
