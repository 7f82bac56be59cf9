public import BookModel
internal import CommonMark

/// An example as it stands on disk, with whatever a reader has made of it.
public enum ExampleFolder {
  /// Why a folder is no example.
  public struct Unreadable: Error {
    /// What is wrong, and what to do.
    public var diagnostic: Diagnostic
  }

  /// Reads an example's folder; every place in it is one of its files, by the path given here.
  ///
  /// `book` is the same example as the book has it, if it has: it says which sessions must crash,
  /// and what their programs are told.
  public static func read(
    _ path: String, in root: String, book: Example? = nil
  ) throws(Unreadable) -> Example {
    let folder = Folder(path: root).folder(path)
    let names = try names(in: folder, path: path)
    let sources = names.filter { $0.hasSuffix(".swift") && $0 != ExampleFiles.manifest }
    guard !sources.isEmpty else {
      throw Unreadable(
        diagnostic: Diagnostic(
          .error, at: SourceLocation(path: path), "there is no Swift file in this folder",
          help: "name an example of the book, or a folder that holds one"))
    }
    let parts = path.split(separator: "/").map(String.init)
    let name = book?.name ?? parts.last ?? path
    var files: [Example.File] = []
    for source in sources {
      let listing = try listing(source, path: path, name: name, folder)
      files.append(Example.File(name: source, listings: [listing]))
    }
    let sessions = [".expected", ".session"].flatMap { suffix in
      names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
    }
    for session in book?.sessions ?? [] where session.expectation != .doesNotCompile {
      try require("\(session.name).session", of: name, in: names, path: path)
    }
    var read: [Session] = []
    // The book's sessions in the book's order, then the reader's own.
    let known = book?.sessions.map(\.name).filter(sessions.contains) ?? []
    for session in known + Set(sessions).subtracting(known).sorted() {
      let ofBook = book?.sessions.first { $0.name == session }
      read.append(try self.session(session, ofBook, path: path, name: name, folder))
    }
    return Example(
      name: name, chapter: book?.chapter ?? parts.dropLast().last ?? "", files: files,
      sessions: read, isOnlyCompiled: book?.isOnlyCompiled ?? sessions.isEmpty)
  }

  /// Without the lines that are typed, a session would come to nothing and differ in everything.
  private static func require(
    _ file: String, of example: String, in names: [String], path: String
  ) throws(Unreadable) {
    guard !names.contains(file) else { return }
    throw Unreadable(
      diagnostic: Diagnostic(
        .error, at: SourceLocation(path: "\(path)/\(file)"), "the session's file is missing",
        help: "`quire reset \(example)` gives it back"))
  }

  private static func listing(
    _ file: String, path: String, name: String, _ folder: Folder
  ) throws(Unreadable) -> Listing {
    Listing(
      example: name, file: file, code: try code(file, path: path, folder),
      location: start(of: file, path))
  }

  private static func session(
    _ session: String, _ book: Session?, path: String, name: String, _ folder: Folder
  ) throws(Unreadable) -> Session {
    let isTyped = folder.holdsFile("\(session).session")
    let typed = try code("\(session).session", path: path, folder)
    return Session(
      example: name, name: session,
      expectation: book?.expectation ?? (isTyped ? .completes : .doesNotCompile),
      options: book?.options ?? [],
      commands: typed.lines.map { Session.Command(text: $0.text, position: $0.position) },
      code: try code("\(session).expected", path: path, folder),
      location: start(of: "\(session).expected", path))
  }

  private static func start(of file: String, _ path: String) -> SourceLocation {
    SourceLocation(path: "\(path)/\(file)", position: SourcePosition(line: 1, column: 1))
  }

  /// The names of the plain files in the folder; none where there is no such folder.
  private static func names(in folder: Folder, path: String) throws(Unreadable) -> [String] {
    guard folder.holds("") else { return [] }
    do { return try folder.entries().filter(folder.holdsFile) } catch {
      throw Unreadable(
        diagnostic: Diagnostic(
          .error, at: SourceLocation(path: path), "the folder cannot be read: \(error.reason)"))
    }
  }

  /// What a file holds; nothing where there is none.
  private static func code(
    _ name: String, path: String, _ folder: Folder
  ) throws(Unreadable) -> CodeBlock {
    guard folder.holdsFile(name) else { return CodeBlock(fence: nil, lines: []) }
    let place = SourceLocation(path: "\(path)/\(name)")
    guard let bytes = folder.read(name) else {
      throw Unreadable(diagnostic: Diagnostic(.error, at: place, "the file cannot be read"))
    }
    if let offset = VisibleText.firstInvalidByte(bytes) {
      throw notText(bytes[..<offset], place)
    }
    return code(String(decoding: bytes, as: UTF8.self))
  }

  /// `good` is what comes before the first byte that belongs to no character.
  private static func notText(
    _ good: ArraySlice<UInt8>, _ place: SourceLocation
  ) -> Unreadable {
    let newline = UInt8(ascii: "\n")
    let start = good.lastIndex(of: newline).map { $0 + 1 } ?? good.startIndex
    var place = place
    place.position = SourcePosition(
      line: 1 + good.count { $0 == newline }, column: 1 + good[start...].count)
    return Unreadable(
      diagnostic: Diagnostic(
        .error, at: place, "the file is not UTF-8", help: "save it as UTF-8"))
  }

  private static func code(_ text: String) -> CodeBlock {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return CodeBlock(
      fence: nil,
      lines: lines.enumerated().map { index, line in
        CodeBlock.Line(
          text: String(line), position: SourcePosition(line: index + 1, column: 1))
      })
  }
}
