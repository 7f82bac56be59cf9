internal import BookModel
internal import CommonMark

/// Finds links to chapters and headings that are not there.
struct LinkCheck {
  let destinations: DestinationResolver

  /// The mistakes in the links of a chapter.
  func diagnostics(for chapter: Chapter) -> [Diagnostic] {
    chapter.document.allInlines.compactMap { inline in
      guard case .link(let target, _) = inline.kind,
        case .refused(let summary, let help) = destinations.link(
          to: target.destination, from: chapter.path)
      else { return nil }
      let location = SourceLocation(path: chapter.path, position: inline.position)
      return Diagnostic(.error, at: location, summary, help: help)
    }
  }
}
