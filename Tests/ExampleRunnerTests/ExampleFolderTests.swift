import BookModel
import Testing

@testable import ExampleRunner

@Suite struct ExampleFolderTests {
  private let folder = "examples/01-sample/sample"
  private let example = Example.plain(
    Session("# types\nSample\n"), Session("# signal 11\n", name: "boom", line: 200, .crashes))

  private func run(
    _ edits: [String: String], knowsBook: Bool = true
  ) async throws -> (result: SuiteResult, folder: String) {
    let workshop = try await Workshop.open()
    let book = try TemporaryBook()
    _ = book.tangler.tangle([example])
    for (name, text) in edits { try book.folder.write("\(folder)/\(name)", text) }
    let read = try ExampleFolder.read(
      folder, in: book.folder.path, book: knowsBook ? example : nil)
    return (await workshop.run([read]), folder)
  }

  @Test("what the book wrote gives what the book says")
  func unedited() async throws {
    let (result, _) = try await run([:])
    #expect(result.diagnostics == [])
    #expect(result.counts.passed == 2)
  }

  @Test("a reader's edit is what runs, and the difference stands in the expected file")
  func editedSession() async throws {
    let (result, folder) = try await run(["main.session": "types\necho mine\n"])
    #expect(result.transcripts.values.contains { $0.output.hasSuffix("# echo mine\nmine\n") })
    #expect(
      result.diagnostics.map(\.location.description) == ["\(folder)/main.expected:3:1"])
  }

  @Test("an error in a reader's edit stands in the reader's file")
  func editedSource() async throws {
    let (result, folder) = try await run(["Sample.swift": "import TinyKernel\nlet a: Int = \"\"\n"])
    #expect(result.diagnostics.map(\.location.description) == ["\(folder)/Sample.swift:2:14"])
  }

  @Test("a file and a session that a reader added belong to it")
  func added() async throws {
    let (result, _) = try await run([
      "More.swift": "final class More {}\n", "mine.session": "types\n",
      "mine.expected": "# types\nMore Sample\n", "main.expected": "# types\nMore Sample\n",
    ])
    #expect(result.diagnostics == [])
    #expect(result.counts.passed == 3)
  }

  @Test("a folder that no book knows runs as well")
  func foreign() async throws {
    let (result, _) = try await run([:], knowsBook: false)
    #expect(result.sessions.map(\.verdict) == [.crashed(signal: "SIGSEGV"), .passed])
  }

  @Test("a session whose typed lines are gone is told so, and how to get them back")
  func missingSession() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([example])
    try book.folder.remove("\(folder)/main.session")
    let error = #expect(throws: ExampleFolder.Unreadable.self) {
      try ExampleFolder.read(folder, in: book.folder.path, book: example)
    }
    #expect(error?.diagnostic.location.path == "\(folder)/main.session")
    #expect(error?.diagnostic.help == "`quire reset sample` gives it back")
  }

  @Test(
    "a file that is no UTF-8 is told with its line and column",
    arguments: ["Sample.swift", "main.session", "main.expected"])
  func latin1(_ name: String) throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([example])
    try book.folder.write("\(folder)/\(name)", Array("types\nab".utf8) + [0xe9, 0x0a])
    let error = #expect(throws: ExampleFolder.Unreadable.self) {
      try ExampleFolder.read(folder, in: book.folder.path, book: example)
    }
    #expect(error?.diagnostic.location.description == "\(folder)/\(name):2:3")
    #expect(error?.diagnostic.summary == "the file is not UTF-8")
  }

  @Test("the book's sessions come in the book's order, and a reader's own after them")
  func order() async throws {
    let (result, _) = try await run(["another.session": "types\n"])
    #expect(result.sessions.map(\.session.name) == ["main", "boom", "another"])
  }

  @Test("a folder without a Swift file is told so")
  func empty() throws {
    let book = try TemporaryBook()
    #expect(throws: ExampleFolder.Unreadable.self) {
      try ExampleFolder.read("nothing", in: book.folder.path)
    }
  }
}
