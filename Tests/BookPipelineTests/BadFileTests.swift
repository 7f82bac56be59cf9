import BookModel
import BookPipeline
import Foundation
import TestSupport
import Testing

@Suite("A file of a book")
struct BadFileTests {
  private func errors(_ fixture: BookFixture) -> [Diagnostic] {
    BookLoader(root: fixture.root).load().diagnostics.filter { $0.severity == .error }
  }

  @Test(
    "that is no text is an error at its first bad byte",
    arguments: [
      (Data("# One\n\nGr\u{F6}sse".unicodeScalars.map { UInt8($0.value) }), "3:3", "notUTF8"),
      (Data([0x61, 0x0D, 0x0A, 0x62, 0x0D, 0x63, 0x80]), "3:2", "notUTF8"),
      (Data([0x61, 0xE2, 0x82]), "1:2", "notUTF8"),
      (Data([0xFF, 0xFE, 0x41, 0x00]), "1:1", "notUTF8"),
      (Data([0x61, 0x0A, 0x62, 0x00, 0x63]), "2:2", "nul"),
      (Data([0x00, 0xFF]), "1:1", "nul"),
    ])
  func noText(bytes: Data, place: String, kind: String) throws {
    let fixture = try BookFixture()
    let words = [
      "notUTF8": "the file is not UTF-8: it holds a byte that no UTF-8 text has in this place",
      "nul": "the file holds a NUL byte",
    ]
    for path in ["chapters/one.md", "chapters/SUMMARY.md", "book.yml"] {
      try fixture.folder.write(bytes, to: path)
    }
    assertDiagnostics(
      errors(fixture).filter { !$0.location.path.hasSuffix("one.md") },
      ["book.yml", "chapters/SUMMARY.md"].map {
        "\($0):\(place): error: \(words[kind] ?? "")"
      })
    try fixture.folder.write("- [One](one.md)\n", to: "chapters/SUMMARY.md")
    try fixture.remove("book.yml")
    assertDiagnostics(
      errors(fixture), ["chapters/one.md:\(place): error: \(words[kind] ?? "")"])
  }

  @Test("hides no mistake of another file")
  func independent() throws {
    let fixture = try BookFixture([
      "book.yml": "titel: A\n",
      "chapters/SUMMARY.md": "- [One](one.md)\n- [Two](two.md)\n- [Three](three.md)\n",
      "chapters/one.md": "```rust\n```\n", "chapters/three.md": "<b>\n",
    ])
    assertDiagnostics(
      errors(fixture),
      [
        "book.yml:1:1: error: unknown key 'titel'",
        "chapters/SUMMARY.md:2:3: error: 'chapters/two.md' does not exist",
        "chapters/one.md:1:4: error: unknown language 'rust'",
        "chapters/three.md:1:1: error: raw HTML has no place in a book",
      ])
  }

  @Test("may be a symbolic link in the book, and no other")
  func links() throws {
    let fixture = try BookFixture([
      "chapters/SUMMARY.md": "- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n- [D](d.md)\n- [E](e.md)\n"
        + "- [F](sub/f.md)\n",
      "texts/a": "# A\n",
    ])
    try fixture.remove("chapters/one.md")
    try fixture.folder.link("chapters/a.md", to: "../texts/a")
    try fixture.folder.link("chapters/b.md", to: "b.md")
    try fixture.folder.link("chapters/c.md", to: "/etc/hostname")
    try fixture.folder.link("chapters/d.md", to: "nothing.md")
    try fixture.folder.link("chapters/e.md", to: "a.md")
    try fixture.folder.link("chapters/sub", to: ".")
    let errors = errors(fixture).map { "\($0.location) \($0.summary)" }
    #expect(
      errors == [
        "chapters/SUMMARY.md:2:3 'chapters/b.md' is a symbolic link that leads to itself",
        "chapters/SUMMARY.md:3:3 'chapters/c.md' leads out of the book's folder",
        "chapters/SUMMARY.md:4:3 'chapters/d.md' does not exist",
        "chapters/SUMMARY.md:5:3 'chapters/e.md' is listed twice",
        "chapters/SUMMARY.md:6:3 'chapters/sub/f.md' does not exist",
      ])
  }

  @Test("that is a pipe is never waited for")
  func pipe() throws {
    let fixture = try BookFixture(["chapters/SUMMARY.md": "- [A](a.md)\n- [One](one.md)\n"])
    #expect(mkfifo(fixture.root + "/chapters/a.md", 0o600) == 0)
    assertDiagnostics(
      errors(fixture),
      ["chapters/SUMMARY.md:1:3: error: 'chapters/a.md' is not a regular file"])
  }

  @Test("may be missing: without settings there are defaults, without contents no book")
  func missing() throws {
    let fixture = try BookFixture()
    #expect(BookLoader(root: fixture.root).load().book?.settings == BookSettings())
    try fixture.remove("chapters/SUMMARY.md")
    let loaded = BookLoader(root: fixture.root).load()
    #expect(loaded.book == nil)
    assertDiagnostics(
      loaded.diagnostics, ["chapters/SUMMARY.md: error: the book has no table of contents"])
    let help = try #require(loaded.diagnostics.first?.help)
    #expect(help.contains("'\(fixture.root)'") && help.contains("--book"))
    let nowhere = BookLoader(root: fixture.root + "/nowhere").load()
    assertDiagnostics(
      nowhere.diagnostics, ["chapters/SUMMARY.md: error: the book has no table of contents"])
  }

  @Test("that cannot be read leaves a draft in its place")
  func draft() throws {
    let fixture = try BookFixture(["chapters/SUMMARY.md": "- [A](a.md)\n- [One](one.md)\n"])
    try fixture.folder.write(Data([0xFF]), to: "chapters/a.md")
    let book = try #require(BookLoader(root: fixture.root).load().book)
    #expect(book.chapters.map(\.number?.description) == ["2"])
    #expect(book.contents.count == 2)
  }

  @Test("may have a line of ten megabytes")
  func longLine() throws {
    let line = String(repeating: "x", count: 10_000_000)
    let chapter = "# One\n\n```text\n\(line)\n```\n"
    let fixture = try BookFixture(["chapters/one.md": chapter])
    assertDiagnostics(errors(fixture), [])
  }
}
