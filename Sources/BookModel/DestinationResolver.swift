/// Judges what the links and pictures of a book's chapters name: the one place that has the rules.
public struct DestinationResolver: Sendable {
  /// Schemes that a page may link to; others run or fetch something.
  private static let schemes = ["https", "http", "mailto"]

  /// The headings of every chapter, by the path of its file.
  public let headings: [String: [HeadingAnchor]]
  private let paths: [String]

  /// Prepares to judge the links between these chapters.
  public init(chapters: [Chapter]) {
    paths = chapters.map(\.path)
    headings = Dictionary(
      chapters.map { ($0.path, $0.document.headingAnchors) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where a link leads that stands in the chapter's file at `path`.
  public func link(to destination: String, from path: String) -> Destination {
    if destination.isEmpty {
      return .refused(
        summary: "the link leads nowhere", help: "write [text](file.md) or [text](#heading)")
    }
    let parts = DestinationParts(destination)
    if let scheme = parts.scheme {
      if Self.schemes.contains(scheme) { return .external(destination) }
      return .refused(
        summary: "a link cannot lead to '\(destination)'",
        help: "allowed are https:, http: and mailto:")
    }
    guard let target = parts.path.isEmpty ? path : parts.path(from: path) else {
      return .outside(destination, help: "a link leads to a chapter or an address")
    }
    return chapter(at: target, fragment: parts.fragment)
  }

  /// Where a picture lies that the chapter's file at `path` shows; the file need not exist.
  public func picture(at destination: String, from path: String) -> Destination {
    let help = "an image is a file of the book"
    let parts = DestinationParts(destination)
    if parts.scheme != nil {
      return .refused(summary: "'\(destination)' would be fetched from elsewhere", help: help)
    }
    if parts.path.isEmpty { return .refused(summary: "the image has no file", help: help) }
    return parts.path(from: path).map { .picture(path: $0) } ?? .outside(destination, help: help)
  }

  private func chapter(at path: String, fragment: String?) -> Destination {
    guard let headings = headings[path] else {
      return .refused(
        summary: "'\(path)' is not a chapter of the book",
        help: Spelling.question(for: path, in: paths) ?? "SUMMARY.md lists the chapters")
    }
    guard let fragment, !headings.contains(where: { $0.id == fragment }) else {
      return .chapter(path: path, anchor: fragment)
    }
    return .refused(
      summary: "'\(path)' has no heading '#\(fragment)'",
      help: Spelling.question(for: fragment, in: headings.map(\.id))
        ?? "a heading's anchor is its text in lower case, with hyphens for blanks")
  }
}

extension Destination {
  fileprivate static func outside(_ destination: String, help: String) -> Self {
    .refused(summary: "'\(destination)' leads out of the book", help: help)
  }
}
