import BookModel
import CommonMark
import TestSupport
import Testing

@testable import BookHTML

struct LinkTests {
  private func render(_ markdown: String, files: [String: String] = [:]) throws -> Rendering {
    let first = SampleBook.chapter("# One\n\n\(markdown)\n", slug: "01-one")
    let second = SampleBook.chapter("# Two\n\n## Größe & co\n", slug: "02-two", number: 2)
    return try SampleSite.render(SampleBook.book([first, second]), files: files)
  }

  private func prose(_ rendering: Rendering) -> [ParsedPage.Element] {
    ParsedPage(rendering.page("01-one.html")).elements.filter {
      $0.ancestors.contains("main") && $0.ancestors.last == "p" && ["a", "img"].contains($0.name)
    }
  }

  @Test(
    "a link to a chapter leads to its page",
    arguments: [
      ("02-two.md", "02-two.html"), ("./02-two.md", "02-two.html"),
      ("../chapters/02-two.md", "02-two.html"), ("#one", "#one"), ("01-one.md#one", "#one"),
      ("02-two.md#größe--co", "02-two.html#gr%C3%B6%C3%9Fe--co"), ("02%2Dtwo.md", "02-two.html"),
    ])
  func chapters(destination: String, href: String) throws {
    let rendering = try render("[x](\(destination))")
    #expect(prose(rendering).map { $0.attributes["href"] } == [href])
    #expect(rendering.diagnostics.isEmpty)
  }

  @Test(
    "a link elsewhere keeps working and gives no window away",
    arguments: [
      "https://example.org/a?b=c&d=%20e", "http://example.org", "mailto:a@example.org",
      "HTTPS://example.org",
    ])
  func external(destination: String) throws {
    let rendering = try render("[x](\(destination))")
    #expect(prose(rendering).map { $0.attributes["href"] } == [destination])
    #expect(prose(rendering).map { $0.attributes["rel"] } == ["noopener"])
  }

  @Test(
    "of a link that a page must not have the text stays, and what is wrong is the check's to say",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "java\\\nscript:x", "data:text/html,x",
      "vbscript:x", "file:///etc/passwd", "//example.org/x", "&#1;javascript:alert(1)",
      "java&#9;script:alert(1)", "../../etc/passwd", "/etc/passwd", "03-none.md", "#none",
      "02-two.md#none", "missing.pdf", "../README.md",
    ])
  func refused(destination: String) throws {
    let rendering = try render("[text](<\(destination)>)".replacing("\\\n", with: "&#10;"))
    #expect(prose(rendering).isEmpty)
    #expect(rendering.page("01-one.html").contains("<p>text</p>"))
    #expect(rendering.diagnostics.isEmpty)
  }

  @Test("a picture beside the chapter is copied and described")
  func picture() throws {
    let rendering = try render(
      "![a *map*](images/map%20one.svg \"big\")", files: ["chapters/images/map one.svg": "<svg/>"])
    let image = prose(rendering).first
    #expect(
      image?.attributes == ["src": "chapters/images/map%20one.svg", "alt": "a map", "title": "big"])
    #expect(rendering.page("chapters/images/map one.svg") == "<svg/>")
    #expect(rendering.diagnostics.isEmpty)
  }

  @Test(
    "of a picture that is elsewhere the description stays",
    arguments: ["https://example.org/x.png", "data:image/png,x", "../../x.png", "/x.png", ""])
  func foreignPicture(destination: String) throws {
    let rendering = try render("![a map](\(destination))", files: ["x.png": "", "/x.png": ""])
    #expect(prose(rendering).isEmpty)
    #expect(rendering.page("01-one.html").contains("<p>a map</p>"))
    #expect(rendering.diagnostics.isEmpty)
  }

  @Test("a picture that cannot be read is an error, and its description stays")
  func missingPicture() throws {
    let rendering = try render("![a map](none.png)")
    #expect(prose(rendering).isEmpty)
    #expect(rendering.page("01-one.html").contains("<p>a map</p>"))
    #expect(
      rendering.diagnostics.map { "\($0.location): \($0.summary)" } == [
        "chapters/01-one.md:3:1: 'chapters/none.png' cannot be read"
      ])
  }

  @Test("a picture that two chapters show is one file")
  func sharedPicture() throws {
    let chapters = ["01-a", "02-b"].map { SampleBook.chapter("# T\n\n![m](m.png)", slug: $0) }
    let rendering = try SampleSite.render(
      SampleBook.book(chapters), files: ["chapters/m.png": "png"])
    #expect(rendering.diagnostics.isEmpty)
    #expect(rendering.site.files.filter { $0.path == "chapters/m.png" }.count == 1)
  }

  @Test("a symbolic link that leads out of the book is no file of it")
  func symbolicLink() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "secret.txt")
    try folder.write("inside", to: "book/chapters/in.txt")
    try folder.link("book/chapters/out.txt", to: "\(folder.path)/secret.txt")
    let files = BookFiles(directory: folder.path + "/book")
    #expect(files.read("chapters/in.txt") == Array("inside".utf8))
    #expect(files.read("chapters/out.txt") == nil)
    #expect(files.read("../secret.txt") == nil)
  }
}
