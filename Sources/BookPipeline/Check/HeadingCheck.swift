internal import BookModel
internal import CommonMark

/// Finds headings that skip a level, which breaks the outline that a screen reader reads out.
enum HeadingCheck {
  /// The mistakes in the headings of a chapter.
  static func diagnostics(for chapter: Chapter) -> [Diagnostic] {
    var last = 0
    return chapter.document.headingAnchors.compactMap { heading in
      defer { last = heading.level }
      guard heading.level > last + 1 else { return nil }
      let location = SourceLocation(path: chapter.path, position: heading.position)
      let before = last == 0 ? "a chapter starts with level 1" : "the one before has level \(last)"
      return Diagnostic(
        .error, at: location, "a heading of level \(heading.level) skips a level", help: before)
    }
  }
}
