internal import BookModel
internal import CommonMark

/// The table of contents as `chapters/SUMMARY.md` states it, before any chapter is read.
struct Summary {
  /// A line of the table of contents.
  struct Entry {
    enum Kind {
      /// A chapter, with its file relative to the book's folder; nil for a draft.
      case chapter(path: String?, number: ChapterNumber?, children: [Entry])
      case part
      case separator
    }

    var kind: Kind
    /// The title of the chapter or of the part.
    var title: String
    var location: SourceLocation
  }

  /// The folder of the chapters, relative to the book's.
  static let folder = "chapters"
  /// The file that holds the table of contents.
  static let path = "\(folder)/SUMMARY.md"

  var entries: [Entry]
  var diagnostics: [Diagnostic]
}

extension [Summary.Entry] {
  /// Every chapter and draft, the nested ones after their parents.
  var flattened: [Summary.Entry] {
    flatMap { entry -> [Summary.Entry] in
      guard case .chapter(_, _, let children) = entry.kind else { return [entry] }
      return [entry] + children.flattened
    }
  }
}

extension Summary.Entry {
  /// Whether it is a chapter that has a file.
  var isWritten: Bool {
    guard case .chapter(_?, _, _) = kind else { return false }
    return true
  }
}
