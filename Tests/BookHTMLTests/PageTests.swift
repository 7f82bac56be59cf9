import CommonMark
import Testing

@testable import BookHTML
@testable import BookModel

struct PageTests {
  private let rendering: Rendering

  init() throws {
    rendering = try SampleSite.render(Self.book, transcripts: Self.transcripts)
  }

  private static let transcripts = [
    SessionID(example: "one", session: "main"): SampleSite.transcript("# cat\nmiaow\n")
  ]

  private static var book: Book {
    let first = SampleBook.chapter("# One\n\n## Twice\n\n## Twice\n\ntext", slug: "01-one")
    let second = SampleBook.chapter(
      """
      # Two

      - a
        ```swift example=one file=One.swift
        let a = 1
        ```

      ```console example=one
      # cat
      miaow
      ```

      ```text
      plain
      ```

      ```swift ignore=no-machine
      outb()
      ```
      """, slug: "02-two", title: "Two", number: 2)
    let last = SampleBook.chapter("no heading", slug: "03-end", title: "The End", number: nil)
    var book = SampleBook.book([first, second, last])
    book.contents = [
      .part("First part"), .chapter(first, children: [.chapter(second, children: [])]),
      .draft(title: "Later", number: ChapterNumber([2]), children: []), .separator,
      .chapter(last, children: []),
    ]
    return book
  }

  private var pages: [(String, ParsedPage)] {
    rendering.site.files.filter { $0.path.hasSuffix(".html") }.map {
      ($0.path, ParsedPage(String(decoding: $0.bytes, as: UTF8.self)))
    }
  }

  @Test("every chapter has a page, and the book an index")
  func files() {
    #expect(
      rendering.site.files.map(\.path) == [
        "01-one.html", "02-two.html", "03-end.html", "book.css", "favicon.svg", "index.html",
      ])
    #expect(rendering.diagnostics.isEmpty)
  }

  @Test("every page is well-formed, and has no name twice")
  func wellFormed() {
    for (path, page) in pages {
      #expect(page.problem == nil, "\(path)")
      let ids = page.values(of: "id")
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test("no page holds a script, a style of its own, or anything from elsewhere")
  func nothingActive() {
    for (path, page) in pages {
      #expect(page.all("script").isEmpty && page.all("style").isEmpty, "\(path)")
      #expect(page.elements.allSatisfy { $0.attributes.keys.allSatisfy(Self.isPassive) }, "\(path)")
      let references = page.values(of: "href") + page.values(of: "src")
      #expect(references.allSatisfy { DestinationParts($0).scheme == nil }, "\(path)")
      #expect(page.all("meta").contains { $0.attributes["content"] == Self.policy }, "\(path)")
    }
  }

  private static func isPassive(_ attribute: String) -> Bool {
    attribute != "style" && !attribute.hasPrefix("on")
  }

  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

  @Test("every link on the site leads to a file and a place that exist")
  func links() {
    let ids = Dictionary(uniqueKeysWithValues: pages.map { ($0, Set($1.values(of: "id"))) })
    let files = Set(rendering.site.files.map(\.path))
    for (path, page) in pages {
      for href in page.values(of: "href") {
        let parts = DestinationParts(href)
        let target = parts.path.isEmpty ? path : parts.path
        #expect(files.contains(target), "\(path): \(href)")
        guard let fragment = parts.fragment else { continue }
        #expect(ids[target]?.contains(fragment) == true, "\(path): \(href)")
      }
    }
  }

  @Test("a page says its language, its width and how to skip to the text")
  func frame() {
    for (path, page) in pages {
      #expect(page.all("html").first?.attributes["lang"] == "en", "\(path)")
      #expect(page.all("meta").contains { $0.attributes["name"] == "viewport" }, "\(path)")
      let skip = page.all("a", class: "skip").first?.attributes["href"]?.dropFirst()
      #expect(page.all("main").first?.attributes["id"] == skip.map(String.init), "\(path)")
      #expect(page.all("h1").count == 1, "\(path)")
    }
  }

  @Test("the table of contents marks the page that one is on")
  func currentPage() {
    let page = ParsedPage(rendering.page("02-two.html"))
    let current = page.all("a").filter { $0.attributes["aria-current"] != nil }
    #expect(current.map(\.text) == ["2. Two"])
    #expect(current.first?.attributes["href"] == "02-two.html")
    #expect(page.all("li", class: "draft").map(\.text) == ["2. Later (not written yet)"])
    #expect(page.all("h2", class: "part").map(\.text) == ["First part"])
  }

  @Test("previous and next follow the order of the contents")
  func pager() {
    let hrefs = ["index.html", "01-one.html", "02-two.html", "03-end.html"].map { path in
      ParsedPage(rendering.page(path)).all("a").filter { $0.attributes["rel"] != nil }
        .map { "\($0.attributes["rel"] ?? "") \($0.attributes["href"] ?? "")" }
    }
    #expect(
      hrefs == [
        ["next 01-one.html"], ["next 02-two.html"],
        ["prev 01-one.html", "next 03-end.html"], ["prev 02-two.html"],
      ])
  }

  @Test("the same book gives the same bytes")
  func deterministic() throws {
    let again = try SampleSite.render(Self.book, transcripts: Self.transcripts)
    #expect(again.site == rendering.site)
  }

  @Test("two chapters whose pages would be one file are an error that names the second")
  func collision() throws {
    let chapters = ["index", "a", "A"].map { SampleBook.chapter("# \($0)", slug: $0) }
    let rendering = try SampleSite.render(SampleBook.book(chapters))
    #expect(
      rendering.diagnostics.map(\.location.path) == ["chapters/A.md", "chapters/index.md"])
    #expect(rendering.page("a.html").contains(">a<"))
  }

  @Test("an empty book has an index page")
  func emptyBook() throws {
    let rendering = try SampleSite.render(SampleBook.book([]))
    #expect(ParsedPage(rendering.page("index.html")).problem == nil)
  }
}
