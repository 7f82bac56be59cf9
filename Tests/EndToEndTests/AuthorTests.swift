import Foundation
import TestSupport
import Testing

/// The way of an author, from a new book to its site.
@Suite struct AuthorTests {
  @Test("a new book tests and builds, and a second build changes no byte and no date")
  func newBook() async throws {
    let book = try await StarterBook()
    let test = try await book.tool.run(["test"])
    #expect(test.output.hasSuffix("1 passed, 0 failed\n"))
    #expect(test.status == 0, "\(test.errors)")
    #expect(try await book.tool.run(["build", "--strict"]).status == 0)
    let first = try Folders.files(in: book.site)
    let dates = try Folders.dates(in: book.site)
    #expect(first.keys.contains("01-hello.html"))
    let again = try await book.tool.run(["build"])
    #expect(again.output.contains("nothing changed"), "\(again.output)")
    #expect(try Folders.dates(in: book.site) == dates)
    #expect(try Folders.files(in: book.site) == first)
  }

  @Test("the same book, built from nothing in another folder, is the same to the byte")
  func reproducible() async throws {
    var sites: [[String: Data]] = []
    for _ in 0..<2 {
      let book = try await StarterBook()
      #expect(try await book.tool.run(["build"]).status == 0)
      sites.append(try Folders.files(in: book.site))
    }
    #expect(sites[0] == sites[1])
  }

  @Test("what an author begins is listed, tested and built")
  func chaptersAndExamples() async throws {
    let book = try await StarterBook()
    #expect(try await book.tool.run(["new", "chapter", "02-waiting"]).status == 0)
    #expect(try await book.tool.run(["new", "example", "wait-queues"]).status == 0)
    let test = try await book.tool.run(["test"])
    #expect(test.output.hasSuffix("2 passed, 0 failed\n"), "\(test.errors)")
    #expect(try await book.tool.run(["check", "--strict"]).status == 0)
    for again in [["chapter", "02-waiting"], ["example", "wait-queues"]] {
      let run = try await book.tool.run(["new"] + again)
      #expect(run.status == 1)
      #expect(run.errors.contains("02-waiting"))
    }
    let before = try Folders.files(in: book.root)
    #expect(try await Tool(in: book.folder).run(["new", "book", "book"]).status == 1)
    #expect(try Folders.files(in: book.root) == before)
  }

  @Test(
    "an example that fails keeps the old site, and clean takes away only what can be made again")
  func brokenExample() async throws {
    let book = try await StarterBook()
    #expect(try await book.tool.run(["build"]).status == 0)
    let old = try Folders.files(in: book.site)
    try book.change("chapters/01-hello.md", "hello: goodbye\n", to: "hello: farewell\n")
    let build = try await book.tool.run(["build"])
    #expect(build.status == 1)
    #expect(build.errors.contains("\n-hello: farewell\n+hello: goodbye\n"), "\(build.errors)")
    #expect(try Folders.files(in: book.site) == old)
    #expect(try await book.tool.run(["clean"]).status == 0)
    #expect(Folders.names(in: book.root) == [".gitignore", "book.yml", "chapters", "site"])
    #expect(Folders.names(in: book.root + "/site") == [])
  }

  @Test("clean keeps what somebody else put beside the pages, and touches nothing but a book")
  func clean() async throws {
    let book = try await StarterBook()
    #expect(try await book.tool.run(["build"]).status == 0)
    try book.folder.write("mine", to: "book/site/public/mine.txt")
    #expect(try await book.tool.run(["clean"]).status == 0)
    #expect(try Folders.files(in: book.site).keys.sorted() == ["mine.txt"])

    try book.folder.write("mine", to: "other/site/public/mine.txt")
    let other = try await Tool(in: book.folder, below: "other").run(["clean", "--book", "."])
    #expect(other.status == 2)
    #expect(other.errors.contains("holds no book"))
    #expect(try book.folder.text(of: "other/site/public/mine.txt") == "mine")
  }

  @Test("a book with nothing to run was not tested")
  func nothingRun() async throws {
    let book = try await StarterBook()
    try book.change("book.yml", "language: en\n", to: "language: en\nallow: {no-run: 1}\n")
    let text = "# Hello\n\n```swift example=hello file=Hello.swift no_run\nlet a = 1\n```\n"
    try book.folder.write(text, to: "book/chapters/01-hello.md")
    let test = try await book.tool.run(["test"])
    #expect(test.output.hasSuffix("0 passed, 0 failed\n"), "\(test.errors)")
    #expect(test.status == 1)
    #expect(test.errors.contains("nothing was tested"))
  }

  @Test("a book is found from a folder below it, and by its path")
  func whichBook() async throws {
    let book = try await StarterBook()
    #expect(try await Tool(in: book.folder, below: "book/chapters").run(["check"]).status == 0)
    #expect(try await Tool(in: "/").run(["check", "--book", book.root]).status == 0)
    let nowhere = try await Tool(in: "/").run(["check"])
    #expect(nowhere.status == 1)
    #expect(nowhere.errors.contains("quire new book"))
  }
}
