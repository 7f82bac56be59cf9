internal import BookModel
internal import CommonMark

/// Finds links to chapters and headings that are not there.
struct LinkCheck {
  private let destinations: DestinationResolver
  /// The files of chapters in which an open fence, which is reported, may have swallowed headings.
  private let cutOff: Set<String>

  /// Prepares to check the links between these chapters.
  init(chapters: [Chapter], destinations: DestinationResolver) {
    self.destinations = destinations
    cutOff = Set(chapters.filter { $0.document.hasOpenFence }.map(\.path))
  }

  /// The mistakes in the links of a chapter.
  func diagnostics(for chapter: Chapter) -> [Diagnostic] {
    chapter.document.allInlines.compactMap { inline in
      guard case .link(let target, _) = inline.kind,
        case .refused(let summary, let help) = destinations.link(
          to: target.destination, from: chapter.path),
        !mayBeSwallowed(target.destination, from: chapter.path)
      else { return nil }
      let location = SourceLocation(path: chapter.path, position: inline.position)
      return Diagnostic(.error, at: location, summary, help: help)
    }
  }

  /// Whether a link would lead to a chapter that is cut off, were it not for the heading.
  private func mayBeSwallowed(_ destination: String, from path: String) -> Bool {
    let file = destination.prefix { $0 != "#" }
    if file.isEmpty { return destination.hasPrefix("#") && cutOff.contains(path) }
    guard case .chapter(let target, _) = destinations.link(to: String(file), from: path) else {
      return false
    }
    return cutOff.contains(target)
  }
}

extension Document {
  fileprivate var hasOpenFence: Bool {
    allBlocks.contains { block in
      guard case .code(let code) = block.kind else { return false }
      return code.fence?.isClosed == false
    }
  }
}
