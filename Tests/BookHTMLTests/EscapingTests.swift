import BookModel
import CommonMark
import Testing

@testable import BookHTML

struct EscapingTests {
  private static let hostile = "</script><script>alert('1')</script> \" & <img onerror=x>"

  @Test("whatever a book says is text on its pages")
  func everywhere() throws {
    let hostile = Self.hostile
    let source = """
      # Title `\(hostile)`

      Prose \(hostile) and `\(hostile)`, [link](https://example.org/"><script> "\(hostile)").

      \(hostile)

      ```swift example=one file=One.swift
      \(hostile)
      ```

      ```console example=one
      # \(hostile)
      \(hostile)
      ```

      ```text
      \(hostile)
      ```
      """
    var transcript = SampleSite.transcript(
      "# \(hostile)\n\(hostile)\n", marks: [.init(name: hostile, firstLine: 1, endLine: 2)],
      ending: .signaled(number: 6, name: hostile))
    transcript.toolchain = hostile
    transcript.programHash = hostile
    var settings = BookSettings(title: hostile, summary: hostile, language: hostile)
    settings.textLanguages = [hostile]
    var book = SampleBook.book(
      [SampleBook.chapter(source, title: hostile)], settings: settings)
    book.contents += [.part(hostile), .draft(title: hostile, number: nil, children: [])]
    let rendering = try SampleSite.render(
      book, transcripts: [SessionID(example: "one", session: "main"): transcript])
    for name in ["01-sample.html", "index.html"] {
      let page = ParsedPage(rendering.page(name))
      #expect(page.problem == nil)
      #expect(page.all("script").isEmpty)
      #expect(page.values(of: "onerror").isEmpty)
    }
    let page = ParsedPage(rendering.page("01-sample.html"))
    #expect(page.all("samp").map(\.text).joined() == transcript.output)
    #expect(page.all("span", class: "line").map(\.text) == [hostile + "\n"])
  }

  @Test(
    "a character that cannot be seen is shown by something that can",
    arguments: [
      ("\u{1B}[31mred", "␛[31mred"), ("a\0b", "a␀b"), ("a\rb", "a␍b"), ("a\u{7F}", "a␡"),
      ("\u{85}", "\u{FFFD}"), ("\u{202E}txt", "[U+202E]txt"), ("\u{2066}", "[U+2066]"),
      ("\u{FFFF}", "\u{FFFD}"), ("\u{1FFFE}", "\u{FFFD}"), ("\u{200B}", "[U+200B]"),
      ("a\tb\n", "a\tb\n"), ("é𝄞👩‍👩‍👧", "é𝄞👩‍👩‍👧"),
    ])
  func invisible(text: String, shown: String) {
    #expect(Markup(text).description == shown)
  }

  @Test("a mark on a letter does not hide a bracket from the escaping")
  func combiningCharacters() {
    #expect(
      Markup("<\u{301}b>\u{301}&\u{301}").description == "&lt;\u{301}b&gt;\u{301}&amp;\u{301}")
  }

  @Test("raw HTML is shown as text, and comments are not shown")
  func rawHTML() throws {
    let page = ParsedPage(
      try SampleSite.page("# T\n\n<b>bold</b> x <!-- one -->y\n\n<div>\n<!-- two -->\n</div>\n"))
    #expect(page.all("b").isEmpty)
    let text = page.all("main").map(\.text).joined()
    #expect(text.contains("<b>bold</b> x y"))
    #expect(text.contains("<div>") && !text.contains("one") && !text.contains("two"))
  }
}
