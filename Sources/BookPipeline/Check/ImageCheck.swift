internal import BookModel
internal import CommonMark

/// Finds images that are not there, or that say nothing to who cannot see them.
struct ImageCheck {
  let destinations: DestinationResolver
  let folder: BookFolder

  /// The mistakes in the images of a chapter.
  func diagnostics(for chapter: Chapter) -> [Diagnostic] {
    chapter.document.allInlines.flatMap { inline -> [Diagnostic] in
      guard case .image(let target, let alternative) = inline.kind else { return [] }
      let location = SourceLocation(path: chapter.path, position: inline.position)
      var found: [Diagnostic] = []
      if let problem = problem(with: target.destination, in: chapter.path) {
        found.append(Diagnostic(.error, at: location, problem.summary, help: problem.help))
      }
      if alternative.plainText.allSatisfy(\.isWhitespace) {
        found.append(
          Diagnostic(
            .error, at: location, "the image has no alternative text",
            help: "say between the brackets what it shows"))
      }
      return found
    }
  }

  private func problem(
    with destination: String, in chapter: String
  ) -> (summary: String, help: String?)? {
    switch destinations.picture(at: destination, from: chapter) {
    case .refused(let summary, let help): return (summary, help)
    case .chapter, .external: return nil
    case .picture(let path):
      do {
        _ = try folder.regularFile(at: path)
        return nil
      } catch {
        return ("'\(path)' \(error.summary)", error.help)
      }
    }
  }
}
