internal import BookModel
internal import CommonMark
internal import Foundation

/// Writes the beginnings of books, chapters and examples, and never over something that is there.
public struct Scaffold {
  private let folder: BookFolder

  /// Prepares to write to the book in a folder.
  public init(root: String) {
    folder = BookFolder(root)
  }

  /// Writes a new book into the folder, which need not exist; says which files it wrote.
  public func makeBook() throws(ScaffoldError) -> [String] {
    let title = URL(fileURLWithPath: folder.root).lastPathComponent
    let chapter = "\(Summary.folder)/\(StarterText.firstChapter).md"
    let hello =
      StarterText.chapter(title: StarterText.title(for: StarterText.firstChapter)) + "\n"
      + StarterText.example(name: "hello")
    let files = [
      (BookSettings.fileName, StarterText.settings(title: title)),
      (Summary.path, StarterText.summary), (chapter, hello),
    ]
    for (path, _) in files where folder.exists(path) { throw .exists(path: path) }
    for (path, text) in files { try folder.writeNew(text, to: path) }
    return files.map(\.0)
  }

  /// Writes a new chapter and lists it after the last numbered one; says which files changed.
  public func makeChapter(named name: String) throws(ScaffoldError) -> [String] {
    if let rule = Naming.problem(inChapterName: name) { throw .badName(name, rule: rule) }
    let contents = try text(of: Summary.path)
    let path = "\(Summary.folder)/\(name).md"
    if folder.exists(path) { throw .exists(path: path) }
    let title = StarterText.title(for: name)
    let listed = SummaryEdit.adding("- [\(title)](\(name).md)", to: contents)
    try folder.writeNew(StarterText.chapter(title: title), to: path)
    try folder.replace(Summary.path, by: listed)
    return [path, Summary.path]
  }

  /// Appends a new example to a chapter, or to the last one; says which file changed.
  public func makeExample(
    named name: String, inChapter slug: String? = nil
  ) throws(ScaffoldError) -> [String] {
    if let rule = Naming.problem(inName: name) { throw .badName(name, rule: rule) }
    _ = try text(of: Summary.path)
    let book = BookLoader(root: folder.root).load().book
    let chapters = book?.chapters ?? []
    guard let chapter = slug == nil ? chapters.last : chapters.first(where: { $0.slug == slug })
    else {
      let wanted = slug ?? "the last one"
      throw .noChapter(wanted, nearest: Spelling.nearest(to: wanted, in: chapters.map(\.slug)))
    }
    if let other = book?.examples.first(where: { $0.name == name }) {
      throw .duplicateExample(name, chapter: other.chapter)
    }
    if let line = chapter.openFence { throw .openFence(path: chapter.path, line: line) }
    let source = chapter.source
    let separator = source.isEmpty ? "" : source.last?.isNewline == true ? "\n" : "\n\n"
    try folder.replace(chapter.path, by: source + separator + StarterText.example(name: name))
    return [chapter.path]
  }

  private func text(of path: String) throws(ScaffoldError) -> String {
    do {
      return try folder.text(of: path)
    } catch {
      throw .noBook(reason: "\(path) \(error.summary)")
    }
  }
}

extension Chapter {
  /// The line of a fence at the top level that is never closed.
  fileprivate var openFence: Int? {
    guard case .code(let code) = document.blocks.last?.kind, let fence = code.fence,
      !fence.isClosed
    else { return nil }
    return fence.position.line
  }
}
