internal import BookModel

/// From what a link in the table of contents says to a chapter's file.
enum ChapterPath {
  /// Why a link cannot lead to a chapter.
  struct Problem: Error {
    var summary: String
    var help: String?
  }

  /// The file of a chapter, relative to the book's folder.
  static func path(of destination: String) -> Result<String, Problem> {
    let name = PercentEncoding.decoded(destination)
    if name.contains("://") || name.hasPrefix("mailto:") || name.hasPrefix("//") {
      return .failure(Problem(summary: "'\(name)' is an address, not a file of the book"))
    }
    var parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.first == "." { parts.removeFirst() }
    if name.hasPrefix("/") || parts.contains("..") {
      return .failure(
        Problem(
          summary: "'\(name)' leads out of the book",
          help: "a chapter's file lies in the folder \(Summary.folder) or below it"))
    }
    guard name.hasSuffix(".md") else {
      return .failure(
        Problem(summary: "'\(name)' is not a Markdown file", help: "its name ends in .md"))
    }
    guard parts.allSatisfy(isPlain) else {
      return .failure(
        Problem(
          summary: "'\(name)' cannot be a chapter's file",
          help: "its name becomes an address: letters a-z, digits, and '_', '-', '.'"))
    }
    return .success("\(Summary.folder)/\(parts.joined(separator: "/"))")
  }

  /// A chapter's file without folder and extension.
  static func slug(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.dropLast(".md".count))
  }

  private static func isPlain(_ part: String) -> Bool {
    guard let first = part.first, first != ".", part.utf8.count <= 100 else { return false }
    return part.allSatisfy { character in
      character.isASCII && (character.isLetter || character.isNumber || "_-.".contains(character))
    }
  }
}
