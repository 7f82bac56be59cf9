import BookModel
import BookPipeline
import TestSupport
import Testing

@Suite("Loading a book")
struct BookLoaderTests {
  @Test("gives a good book without a word")
  func good() throws {
    let fixture = try BookFixture()
    let loaded = BookLoader(root: fixture.root).load()
    assertDiagnostics(loaded.diagnostics, [])
    let book = try #require(loaded.book)
    #expect(book.chapters.map(\.slug) == ["one"])
    #expect(book.chapters.map(\.number?.description) == ["1"])
    #expect(book.examples.map(\.folder) == ["one/hello"])
    #expect(book.examples.first?.files.map(\.name) == ["Hello.swift"])
    #expect(book.examples.first?.sessions.map(\.id.description) == ["hello/main"])
    #expect(book.examples.first?.sessions.first?.expected == "# hello\nHello.\n")
    #expect(book.examples.first?.sessions.first?.commands.map(\.text) == ["hello"])
  }
}
