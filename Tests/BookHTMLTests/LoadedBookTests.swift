import BookModel
import BookPipeline
import TestSupport
import Testing

@testable import BookHTML

struct LoadedBookTests {
  @Test("a book that was loaded from its folder becomes a site")
  func wholeWay() throws {
    let fixture = try BookFixture([
      "chapters/SUMMARY.md": "# Part\n\n- [One](one.md)\n  - [Two](deep/two.md)\n",
      "chapters/deep/two.md": "# Two\n\n[back](../one.md#one) ![map](map.png)\n",
      "chapters/deep/map.png": "png",
    ])
    let loaded = BookLoader(root: fixture.root).load()
    assertDiagnostics(loaded.diagnostics, [])
    let book = try #require(loaded.book)
    let renderer = HTMLRenderer(
      theme: try Theme(directory: SampleSite.themeDirectory),
      files: BookFiles(directory: fixture.root))
    let rendering = renderer.render(book)
    assertDiagnostics(rendering.diagnostics, [])
    #expect(rendering.page("chapters/deep/map.png") == "png")
    let one = ParsedPage(rendering.page("one.html"))
    #expect(one.all("figure", class: "listing").count == 1)
    #expect(one.all("figure", class: "session").count == 1)
    let links = ParsedPage(rendering.page("two.html")).values(of: "href")
    #expect(links.contains("one.html#one"))
  }
}
