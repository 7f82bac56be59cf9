import BookModel
import BookPipeline
import TestSupport
import Testing

@Suite("Checking a book")
struct BookCheckTests {
  @Test(
    "finds links, images and headings that are wrong",
    arguments: [
      FailureCase(
        "links to what is not there",
        chapter: """
          # One

          ▸[a](two.md) ▸[b](on.md) ▸[c](#tow) [d](one.md#one)
          *▸[e](one.md#nine)* [f](#%6Fne) [g](#one) [h](./one.md)
          """,
        errors: [
          "'chapters/two.md' is not a chapter of the book",
          "'chapters/on.md' is not a chapter of the book",
          "'chapters/one.md' has no heading '#tow'", "'chapters/one.md' has no heading '#nine'",
        ]),
      FailureCase(
        "links to what an open fence has swallowed, which is reported already",
        chapter: "# A\n\n[a](#end) [b](one.md#end) ▸[c](two.md#end)\n\n```text\n\n## End\n",
        errors: ["'chapters/two.md' is not a chapter of the book"]),
      FailureCase(
        "links that lead out",
        chapter: """
          ▸[a](/etc/passwd) ▸[b](../../one.md) ▸[c](//example.org) ▸[d](javascript:alert(1)) ▸[e]()
          [f](https://example.org/one.md#x) <mailto:a@example.org> ▸[g](../book.yml)
          """,
        errors: [
          "'/etc/passwd' leads out of the book", "'../../one.md' leads out of the book",
          "a link cannot lead to '//example.org'", "a link cannot lead to 'javascript:alert(1)'",
          "the link leads nowhere", "'book.yml' is not a chapter of the book",
        ]),
      FailureCase(
        "images",
        chapter: """
          ▸![](one.md) ▸![b](b.png) ▸![c](https://example.org/c.png) ▸![d](../../d.png) ▸![e]()
          ![*f*](one.md) ▸![g](.)
          """,
        errors: [
          "the image has no alternative text", "'chapters/b.png' does not exist",
          "'https://example.org/c.png' would be fetched from elsewhere",
          "'../../d.png' leads out of the book", "the image has no file", "'chapters' is a folder",
        ]),
      FailureCase(
        "headings",
        chapter: "▸## A\n# B\n> ▸### C\n\n#### D\n# E\n▸### F\n",
        errors: [
          "a heading of level 2 skips a level", "a heading of level 3 skips a level",
          "a heading of level 3 skips a level",
        ]),
    ])
  func mistakes(of test: FailureCase) throws {
    let fixture = try BookFixture(test.plainFiles)
    let book = try #require(BookLoader(root: fixture.root).load().book)
    assertDiagnostics(BookCheck.diagnostics(for: book, root: fixture.root), test.expected)
  }

  @Test("says nothing of a good book")
  func good() throws {
    let fixture = try BookFixture()
    let book = try #require(BookLoader(root: fixture.root).load().book)
    assertDiagnostics(BookCheck.diagnostics(for: book, root: fixture.root), [])
  }
}
