import BookModel
import BookPipeline
import Foundation
import TestSupport
import Testing

@Suite("Starting something new")
struct ScaffoldTests {
  private func diagnostics(of root: String) -> [Diagnostic] {
    let loaded = BookLoader(root: root).load()
    let checks = loaded.book.map { BookCheck.diagnostics(for: $0, root: root) }
    return loaded.diagnostics + (checks ?? [])
  }

  private static let starter = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("site/starter").path

  private func makeScaffold(_ root: String) throws -> Scaffold {
    Scaffold(root: root, starter: try Starter(directory: Self.starter))
  }

  @Test("makes a book that is good, with chapters and examples that keep it so")
  func whole() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/A \"book\" \\ é"
    let scaffold = try makeScaffold(root)
    #expect(
      try scaffold.makeBook() == [
        "book.yml", "chapters/SUMMARY.md", "chapters/01-hello.md", ".gitignore",
      ])
    assertDiagnostics(diagnostics(of: root), [])
    #expect(try scaffold.makeChapter(named: "02-wait-queues").first == "chapters/02-wait-queues.md")
    #expect(try scaffold.makeExample(named: "sleeper") == ["chapters/02-wait-queues.md"])
    #expect(
      try scaffold.makeExample(named: "second", inChapter: "01-hello") == ["chapters/01-hello.md"])
    assertDiagnostics(diagnostics(of: root), [])
    let book = try #require(BookLoader(root: root).load().book)
    #expect(book.settings.title == "A \"book\" \\ é")
    #expect(book.settings.runtime?.entry == "runSession")
    #expect(book.chapters.map(\.title) == ["Hello", "Wait queues"])
    #expect(
      book.examples.map(\.folder) == [
        "01-hello/hello", "01-hello/second", "02-wait-queues/sleeper",
      ])
  }

  @Test(
    "lists a new chapter after the last numbered one, whatever stands around it",
    arguments: [
      ("- [One](one.md)", "- [One](one.md)\n- [New](new.md)\n"),
      ("- [One](one.md)\n", "- [One](one.md)\n- [New](new.md)\n"),
      ("- [One](one.md)\n\n[End]()\n", "- [One](one.md)\n- [New](new.md)\n\n[End]()\n"),
      ("- [One](one.md)\n  - [A]()\n", "- [One](one.md)\n  - [A]()\n- [New](new.md)\n"),
      ("- [One](one.md)\r\n\r\n---\r\n", "- [One](one.md)\r\n- [New](new.md)\r\n\r\n---\r\n"),
      ("[One](one.md)\n", "[One](one.md)\n\n- [New](new.md)\n"),
    ])
  func summary(before: String, after: String) throws {
    let fixture = try BookFixture(["chapters/SUMMARY.md": before])
    _ = try makeScaffold(fixture.root).makeChapter(named: "new")
    #expect(try fixture.folder.text(of: "chapters/SUMMARY.md") == after)
    assertDiagnostics(diagnostics(of: fixture.root), [])
  }

  @Test(
    "fills the draft of the same title, and touches nothing else",
    arguments: [
      (
        "- [One](one.md)\n- [Two  *windows*]()\n- [End]()\n",
        "- [One](one.md)\n"
          + "- [Two  *windows*](09-two-windows.md)\n- [End]()\n"
      ),
      ("- [A]()\r\n  - [two windows](<>)\n", "- [A]()\r\n  - [two windows](09-two-windows.md)\n"),
      ("- [A]()\n\n[é]() [Two windows]()", "- [A]()\n\n[é]() [Two windows](09-two-windows.md)"),
      (
        "- [Two windows](one.md)\n",
        "- [Two windows](one.md)\n- [Two windows](09-two-windows.md)\n"
      ),
    ])
  func draft(before: String, after: String) throws {
    let fixture = try BookFixture(["chapters/SUMMARY.md": before])
    _ = try makeScaffold(fixture.root).makeChapter(named: "09-two-windows")
    #expect(try fixture.folder.text(of: "chapters/SUMMARY.md") == after)
  }

  @Test("keeps what is made out of the hands of git, and a list of the author's as it is")
  func ignored() throws {
    let folder = try TemporaryFolder()
    #expect(try makeScaffold(folder.path + "/a").makeBook().contains(".gitignore"))
    #expect(try folder.text(of: "a/.gitignore") == ".quire/\nsite/public/\n.build/\n")
    try folder.write("mine\n", to: "b/.gitignore")
    #expect(try !makeScaffold(folder.path + "/b").makeBook().contains(".gitignore"))
    #expect(try folder.text(of: "b/.gitignore") == "mine\n")
  }

  @Test("begins everything with the starter's words, and with no others")
  func otherStarter() throws {
    let folder = try TemporaryFolder()
    let texts = [
      "book.yml": "title: \"{{title}}\"\n", "SUMMARY.md": "- [{{title}}]({{file}})\n",
      "chapter.md": "# {{title}} {{other}}\n", "gitignore": "x\n",
      "example.md": "{{name}} {{identifier}} {{type}} Hello Hello1\n",
    ]
    for (path, text) in texts { try folder.write(text, to: "starter/\(path)") }
    let starter = try Starter(directory: folder.path + "/starter")
    _ = try Scaffold(root: folder.path + "/{{name}}", starter: starter).makeBook()
    #expect(try folder.text(of: "{{name}}/book.yml") == "title: \"{{name}}\"\n")
    #expect(try folder.text(of: "{{name}}/chapters/SUMMARY.md") == "- [Hello](01-hello.md)\n")
    #expect(
      try folder.text(of: "{{name}}/chapters/01-hello.md")
        == "# Hello {{other}}\n\nhello hello Hello1 Hello Hello1\n")
  }

  @Test("says which of the starter's texts is missing")
  func noStarter() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/book.yml"
    #expect(throws: ScaffoldError.noStarter(path: path, reason: "does not exist")) {
      try Starter(directory: folder.path)
    }
  }

  @Test("never overwrites anything, and then writes nothing at all")
  func existing() throws {
    let fixture = try BookFixture()
    let scaffold = try makeScaffold(fixture.root)
    #expect(throws: ScaffoldError.exists(path: "chapters/SUMMARY.md")) { try scaffold.makeBook() }
    #expect(throws: ScaffoldError.exists(path: "chapters/one.md")) {
      try scaffold.makeChapter(named: "one")
    }
    #expect(throws: ScaffoldError.duplicateExample("hello", chapter: "one")) {
      try scaffold.makeExample(named: "hello")
    }
    #expect(try fixture.folder.text(of: "chapters/SUMMARY.md") == "- [One](one.md)\n")
    #expect(throws: (any Error).self) { try fixture.folder.text(of: "book.yml") }
  }

  @Test("refuses bad names", arguments: ["", "A", "../x", "a b", "-", "index", "é"])
  func badNames(name: String) throws {
    let fixture = try BookFixture()
    #expect(throws: ScaffoldError.self) {
      try makeScaffold(fixture.root).makeChapter(named: name)
    }
    let isGoodForExample = name == "index"
    if !isGoodForExample {
      #expect(throws: ScaffoldError.self) {
        try makeScaffold(fixture.root).makeExample(named: name)
      }
    }
  }

  @Test("says so where there is no book, no such chapter, or no room for an example")
  func noPlace() throws {
    let folder = try TemporaryFolder()
    let reason = "chapters/SUMMARY.md does not exist"
    #expect(throws: ScaffoldError.noBook(reason: reason)) {
      try makeScaffold(folder.path).makeChapter(named: "a")
    }
    let fixture = try BookFixture(["chapters/one.md": "# One\n\n```text\n"])
    let scaffold = try makeScaffold(fixture.root)
    #expect(throws: ScaffoldError.noChapter("on", nearest: "one")) {
      try scaffold.makeExample(named: "a", inChapter: "on")
    }
    #expect(throws: ScaffoldError.openFence(path: "chapters/one.md", line: 3)) {
      try scaffold.makeExample(named: "a")
    }
  }

  @Test("says what the system says where it cannot write")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "book")
    let scaffold = try makeScaffold(folder.path + "/book/inner")
    #expect(throws: ScaffoldError.self) { try scaffold.makeBook() }
  }
}
