import BookModel
import CommonMark
import Testing

@testable import BookHTML

struct CodeTests {
  private static let source = """
    # One

    ```swift example=lamp file=Lamp.swift
    struct Lamp {

    ```

    ```swift example=lamp file=Lamp.swift
      var é = "x" }
    ```

    ```swift ignore=needs-a-machine
    outb()
    ```

    ```text
    a <b>
    ```

        indented
    """

  private func page(tokens: [SyntaxToken] = []) throws -> ParsedPage {
    let chapter = SampleBook.chapter(Self.source)
    let second = chapter.codeBlocks[1].location
    let rendering = try SampleSite.render(SampleBook.book([chapter]), tokens: [second: tokens])
    return ParsedPage(rendering.page("01-sample.html"))
  }

  @Test("a listing says where its file is and how to run it")
  func caption() throws {
    let figure = try page().all("figure", class: "listing").first
    #expect(figure?.attributes["id"] == "listing.lamp.Lamp.swift.1")
    #expect(figure?.text.contains("examples/01-sample/lamp/Lamp.swift") == true)
    #expect(figure?.text.contains("./quire run lamp") == true)
    #expect(figure?.text.contains("continued") == false)
  }

  @Test("a continued file says so, and its lines are numbered on")
  func continued() throws {
    let page = try page()
    #expect(page.all("figure", class: "listing").last?.text.contains("continued") == true)
    // The file holds the first listing's two lines, an empty one, and then this.
    #expect(
      page.all("span", class: "line").map { $0.attributes["data-line"] } == ["1", "2", "4"])
  }

  @Test("an example that is never run is not offered to be run")
  func onlyCompiled() throws {
    let page = ParsedPage(
      try SampleSite.page("# T\n\n```swift example=a file=A.swift no_run\nlet a = 1\n```\n"))
    let caption = page.all("p", class: "provenance").map(\.text).joined()
    #expect(caption.contains("never run") && !caption.contains("quire run"))
  }

  @Test("the code of a listing is on the page byte for byte")
  func verbatim() throws {
    let code = try page().all("code").filter { $0.ancestors.last == "pre" }.map(\.text)
    #expect(
      code == ["struct Lamp {\n\n", "  var é = \"x\" }\n", "outb()\n", "a <b>\n", "indented\n"])
  }

  @Test("what can be scrolled can be reached and has a name")
  func keyboard() throws {
    for pre in try page().all("pre") {
      #expect(pre.attributes["tabindex"] == "0")
      #expect(pre.attributes["aria-label"]?.isEmpty == false && pre.attributes["role"] == "group")
    }
  }

  @Test("a token is coloured where it stands")
  func colours() throws {
    let page = try page(tokens: [
      SyntaxToken(kind: .string, line: 0, start: 11, end: 14),
      SyntaxToken(kind: .keyword, line: 0, start: 2, end: 5),
      SyntaxToken(kind: .variable, line: 0, start: 6, end: 8),
    ])
    let tokens = page.all("span").filter { $0.classes.contains { $0.hasPrefix("token-") } }
    #expect(tokens.map(\.text) == ["var", "é", "\"x\""])
    #expect(tokens.map(\.classes) == [["token-keyword"], ["token-variable"], ["token-string"]])
  }

  @Test(
    "a token that does not fit costs no text",
    arguments: [
      SyntaxToken(kind: .keyword, line: 0, start: 7, end: 9),
      SyntaxToken(kind: .keyword, line: 0, start: 3, end: 99),
      SyntaxToken(kind: .keyword, line: 0, start: -1, end: 3),
      SyntaxToken(kind: .keyword, line: 0, start: 5, end: 3),
      SyntaxToken(kind: .keyword, line: 9, start: 0, end: 3),
      SyntaxToken(kind: .keyword, line: 0, start: 0, end: .max),
    ])
  func misfits(token: SyntaxToken) throws {
    let good = SyntaxToken(kind: .keyword, line: 0, start: 2, end: 5)
    let page = try page(tokens: [token, good, good])
    #expect(page.all("span", class: "line").last?.text == "  var é = \"x\" }\n")
  }

  @Test("a block that is only shown gives its reason")
  func ignored() throws {
    let figure = try page().all("figure", class: "shown")
    #expect(figure.count == 1)
    #expect(figure.first?.text.contains("needs-a-machine") == true)
  }
}
