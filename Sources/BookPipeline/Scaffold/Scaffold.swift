internal import BookModel
internal import CommonMark
internal import Foundation

/// Writes the beginnings of books, chapters and examples, and never over something that is there.
public struct Scaffold {
  private static let firstChapter = "01-hello"
  private static let firstExample = "hello"

  private let folder: BookFolder
  private let starter: Starter

  /// Prepares to write to the book in a folder what its parts begin with.
  public init(root: String, starter: Starter) {
    folder = BookFolder(root)
    self.starter = starter
  }

  /// Writes a new book into the folder, which need not exist; says which files it wrote.
  public func makeBook() throws(ScaffoldError) -> [String] {
    let bookTitle = URL(fileURLWithPath: folder.root).lastPathComponent
    let file = "\(Self.firstChapter).md"
    let title = ChapterTitle.title(for: Self.firstChapter)
    let text = starter.chapter(title: title) + "\n" + starter.example(named: Self.firstExample)
    var files = [
      (BookSettings.fileName, starter.settings(title: bookTitle)),
      (Summary.path, starter.contents(title: title, file: file)),
      ("\(Summary.folder)/\(file)", text),
    ]
    for (path, _) in files where folder.exists(path) { throw .exists(path: path) }
    // A folder may be git's already; its author knows what to keep.
    if !folder.exists(".gitignore") { files.append((".gitignore", starter.ignored)) }
    for (path, text) in files { try folder.writeNew(text, to: path) }
    return files.map(\.0)
  }

  /// Writes a new chapter and lists it, in the place of its draft or after the last numbered one.
  ///
  /// - Returns: The files that changed.
  public func makeChapter(named name: String) throws(ScaffoldError) -> [String] {
    if let rule = Naming.problem(inChapterName: name) { throw .badName(name, rule: rule) }
    let contents = try text(of: Summary.path)
    let path = "\(Summary.folder)/\(name).md"
    if folder.exists(path) { throw .exists(path: path) }
    let title = ChapterTitle.title(for: name)
    let listed = SummaryEdit.listing(title, file: "\(name).md", in: contents)
    try folder.writeNew(starter.chapter(title: title), to: path)
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
    try folder.replace(chapter.path, by: source + separator + starter.example(named: name))
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
