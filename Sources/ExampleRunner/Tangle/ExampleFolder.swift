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
  /// `book` is the same example as the book has it, if it has: it says which sessions must crash.
  public static func read(
    _ path: String, in root: String, book: Example? = nil
  ) throws(Unreadable) -> Example {
    let folder = Folder(path: root).folder(path)
    let names = folder.names.filter(folder.holdsFile)
    let sources = names.filter { $0.hasSuffix(".swift") && $0 != ExampleFiles.manifest }
    guard !sources.isEmpty else {
      throw Unreadable(
        diagnostic: Diagnostic(
          .error, at: SourceLocation(path: path), "there is no Swift file in this folder",
          help: "name an example of the book, or a folder that holds one"))
    }
    let parts = path.split(separator: "/").map(String.init)
    let name = book?.name ?? parts.last ?? path
    let files = sources.map { source in
      Example.File(name: source, listings: [listing(source, path: path, name: name, folder)])
    }
    let sessions = [".expected", ".session"].flatMap { suffix in
      names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
    }
    for session in book?.sessions ?? [] where session.expectation != .doesNotCompile {
      try require("\(session.name).session", of: name, in: names, path: path)
    }
    return Example(
      name: name, chapter: book?.chapter ?? parts.dropLast().last ?? "", files: files,
      sessions: Set(sessions).sorted().map { session in
        let expectation = book?.sessions.first { $0.name == session }?.expectation
        return read(session, expectation, path: path, name: name, folder)
      },
      isOnlyCompiled: book?.isOnlyCompiled ?? sessions.isEmpty)
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
  ) -> Listing {
    Listing(
      example: name, file: file, code: code(folder.read(file) ?? []),
      location: start(of: file, path))
  }

  private static func read(
    _ session: String, _ expectation: Session.Expectation?, path: String, name: String,
    _ folder: Folder
  ) -> Session {
    let typed = folder.read("\(session).session")
    return Session(
      example: name, name: session,
      expectation: expectation ?? (typed == nil ? .doesNotCompile : .completes),
      commands: code(typed ?? []).lines.map {
        Session.Command(text: $0.text, position: $0.position)
      },
      code: code(folder.read("\(session).expected") ?? []),
      location: start(of: "\(session).expected", path))
  }

  private static func start(of file: String, _ path: String) -> SourceLocation {
    SourceLocation(path: "\(path)/\(file)", position: SourcePosition(line: 1, column: 1))
  }

  private static func code(_ bytes: [UInt8]) -> CodeBlock {
    let text = String(decoding: bytes, as: UTF8.self)
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
