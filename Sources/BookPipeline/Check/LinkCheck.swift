internal import BookModel
internal import CommonMark

/// Finds links to chapters and headings that are not there.
struct LinkCheck {
  /// Schemes that a page may link to; others run or fetch something.
  private static let schemes = ["https", "http", "mailto"]

  private let paths: [String]
  /// The fragments of every chapter, in order, by the chapter's path.
  private let anchors: [String: [String]]

  init(chapters: [Chapter]) {
    paths = chapters.map(\.path)
    anchors = Dictionary(
      chapters.map { ($0.path, $0.document.headingAnchors.map(\.id)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The mistakes in the links of a chapter.
  func diagnostics(for chapter: Chapter) -> [Diagnostic] {
    chapter.document.allInlines.compactMap { inline in
      guard case .link(let target, _) = inline.kind,
        let problem = problem(with: target.destination, in: chapter.path)
      else { return nil }
      let location = SourceLocation(path: chapter.path, position: inline.position)
      return Diagnostic(.error, at: location, problem.summary, help: problem.help)
    }
  }

  private typealias Problem = (summary: String, help: String?)

  private func problem(with destination: String, in chapter: String) -> Problem? {
    switch Destination(destination, from: chapter) {
    case .nowhere: return ("the link leads nowhere", "write [text](file.md) or [text](#heading)")
    case .outside:
      return ("'\(destination)' leads out of the book", "a link leads to a chapter or an address")
    case .address(let scheme):
      if LinkCheck.schemes.contains(scheme) { return nil }
      return (
        "a link cannot lead to '\(destination)'", "allowed are https:, http: and mailto:"
      )
    case .file(let path, let fragment):
      return problem(path: path ?? chapter, fragment: fragment)
    }
  }

  private func problem(path: String, fragment: String?) -> Problem? {
    guard let anchors = anchors[path] else {
      let advice = Spelling.question(for: path, in: paths)
      return ("'\(path)' is not a chapter of the book", advice ?? "\(Summary.path) lists them")
    }
    guard let fragment, !anchors.contains(fragment) else { return nil }
    let question = Spelling.question(for: fragment, in: anchors)
    return ("'\(path)' has no heading '#\(fragment)'", question)
  }
}
