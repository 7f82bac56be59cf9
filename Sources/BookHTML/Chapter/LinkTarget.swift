internal import BookModel
internal import CommonMark

/// Where a link or a picture of a chapter leads, once it has been judged.
enum LinkTarget: Hashable {
  /// A place on the site, as a page links to it.
  case page(String)
  /// A place elsewhere.
  case external(String)
  /// A file of the book, relative to its folder, which has the same path on the site.
  case file(path: String)
  /// Nothing that a page may link to: what is wrong, and what to do.
  case refused(summary: String, help: String)
}

/// Judges the destinations that a chapter names.
struct LinkResolver {
  /// The chapter that holds the links.
  let chapter: Chapter
  /// The book around it.
  let context: RenderContext

  /// Where a link leads.
  func link(to destination: String) -> LinkTarget {
    let parts = Destination(destination)
    if let scheme = parts.scheme { return external(destination, scheme: scheme) }
    if parts.path.isEmpty { return anchor(parts.fragment, in: chapter) }
    guard let path = parts.path(from: chapter.path) else { return .outside(destination) }
    if let other = context.chapter(at: path) {
      return anchor(parts.fragment, in: other)
    }
    return .refused(
      summary: "no chapter of the book lies at “\(path)”",
      help: "name a file that SUMMARY.md lists")
  }

  /// Where a picture lies.
  func picture(at destination: String) -> LinkTarget {
    let parts = Destination(destination)
    guard parts.scheme == nil, !parts.path.isEmpty else {
      return .refused(
        summary: "a picture must lie beside the chapter, not at “\(destination)”",
        help: "put the file into the book: a page loads nothing from elsewhere")
    }
    guard let path = parts.path(from: chapter.path) else { return .outside(destination) }
    return .file(path: path)
  }

  private func external(_ destination: String, scheme: String) -> LinkTarget {
    guard ["http", "https", "mailto"].contains(scheme) else {
      return .refused(
        summary: "a link may not begin with “\(scheme):”",
        help: "use https:, http:, mailto:, another chapter's file, or a #heading")
    }
    return .external(Destination.percentEncoded(destination))
  }

  private func anchor(_ fragment: String, in target: Chapter) -> LinkTarget {
    let page = target.path == chapter.path ? "" : target.page
    if fragment.isEmpty { return .page(target.page) }
    guard context.anchors(of: target).contains(where: { $0.id == fragment }) else {
      return .refused(
        summary: "“\(target.path)” has no heading “#\(fragment)”",
        help: "a heading's anchor is its text in lower case, with hyphens for blanks")
    }
    return .page("\(page)#\(Destination.percentEncoded(fragment))")
  }
}

extension LinkTarget {
  fileprivate static func outside(_ destination: String) -> Self {
    .refused(
      summary: "“\(destination)” leads out of the book",
      help: "put the file beside the chapters, or link to where it is published")
  }
}
