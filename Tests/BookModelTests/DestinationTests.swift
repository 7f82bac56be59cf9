import BookModel
import CommonMark
import Testing

@Suite("Where a link leads")
struct DestinationTests {
  private let destinations = DestinationResolver(
    chapters: ["01-one", "02-größe"].map { slug in
      Chapter(
        title: slug, number: nil, path: "chapters/\(slug).md", slug: slug, source: "",
        document: Document(parsing: "# Top\n\n## A & b\n"), codeBlocks: [])
    })

  private func link(_ destination: String) -> Destination {
    destinations.link(to: destination, from: "chapters/01-one.md")
  }

  private func picture(_ destination: String) -> Destination {
    destinations.picture(at: destination, from: "chapters/01-one.md")
  }

  @Test(
    "a chapter is found by every way of writing its path",
    arguments: [
      ("02-größe.md", nil), ("./02-gr%C3%B6ße.md", nil), ("../chapters/02-größe.md#top", "top"),
      ("02-größe.md#a--%62", "a--b"),
    ])
  func chapters(destination: String, anchor: String?) {
    #expect(link(destination) == .chapter(path: "chapters/02-größe.md", anchor: anchor))
  }

  @Test("a heading of the chapter itself needs no path")
  func heading() {
    #expect(link("#top") == .chapter(path: "chapters/01-one.md", anchor: "top"))
  }

  @Test(
    "an address stays as it is",
    arguments: ["https://example.org/a?b#c", "HTTP://example.org", "mailto:a@example.org"])
  func external(destination: String) {
    #expect(link(destination) == .external(destination))
  }

  @Test(
    "what runs something, fetches something or hides where it leads is refused",
    arguments: [
      "javascript:x", "JAVASCRIPT:x", "java\tscript:x", "\u{1}javascript:x", "data:x", "1:x", ":x",
      "//example.org", "\\\\example.org", "file:///x",
    ])
  func dangerous(destination: String) {
    let expected = "a link cannot lead to '\(destination)'"
    guard case .refused(expected, _) = link(destination) else {
      Issue.record("\(link(destination))")
      return
    }
    guard case .refused = picture(destination) else {
      Issue.record("\(picture(destination))")
      return
    }
  }

  @Test(
    "what is wrong is said, and what may have been meant",
    arguments: [
      ("", "the link leads nowhere"), ("../../x.md", "'../../x.md' leads out of the book"),
      ("%2E%2E/%2E%2E/x", "'%2E%2E/%2E%2E/x' leads out of the book"),
      ("/x", "'/x' leads out of the book"), ("#", "'chapters/01-one.md' has no heading '#'"),
      ("03.md", "'chapters/03.md' is not a chapter of the book"),
      ("#tpo", "'chapters/01-one.md' has no heading '#tpo'"),
    ])
  func refused(destination: String, summary: String) {
    guard case .refused(summary, _) = link(destination) else {
      Issue.record("\(link(destination))")
      return
    }
  }

  @Test("a near heading is named")
  func question() {
    #expect(
      link("#tpo")
        == .refused(
          summary: "'chapters/01-one.md' has no heading '#tpo'", help: "did you mean 'top'?"))
  }

  @Test("a picture is a file of the book")
  func pictures() {
    #expect(picture("../images/a%20b.svg#x") == .picture(path: "images/a b.svg"))
    let help = "an image is a file of the book"
    #expect(picture("") == .refused(summary: "the image has no file", help: help))
    #expect(
      picture("../../x.png")
        == .refused(summary: "'../../x.png' leads out of the book", help: help))
  }

  @Test("a per cent sign without digits means itself", arguments: ["%", "100%", "%4", "%zz", "é"])
  func encoding(text: String) {
    #expect(PercentEncoding.decoded(text) == text)
    #expect(PercentEncoding.decoded(PercentEncoding.encoded("a b")) == "a b")
  }
}
