import BookModel
import CommonMark
import Testing

@testable import BookHTML

struct SessionTests {
  private static func page(
    _ fence: String, _ body: String, transcript: Transcript?
  ) throws -> ParsedPage {
    let id = SessionID(example: "one", session: "main")
    let source = "# T\n\n```console example=one \(fence)\n\(body)```\n"
    let page = ParsedPage(
      try SampleSite.page(source, transcripts: transcript.map { [id: $0] } ?? [:]))
    #expect(page.problem == nil)
    return page
  }

  @Test("the page shows what the run printed, not what the chapter expects")
  func transcriptWins() throws {
    let page = try Self.page(
      "", "# cat\nexpected\n", transcript: SampleSite.transcript("# cat\nreal\n\n  no newline"))
    #expect(page.all("samp").map(\.text) == ["# cat\nreal\n\n  no newline"])
    #expect(!page.all("main").map(\.text).joined().contains("expected"))
  }

  @Test("what is typed is told apart from what comes back, even where that looks typed")
  func typedLines() throws {
    let page = try Self.page(
      "", "# echo\n# not typed\n# ls\n", transcript: SampleSite.transcript("# echo\n# fake\n# ls\n")
    )
    #expect(page.all("kbd").map(\.text) == ["# echo"])
  }

  @Test("what the program is told stands in the caption")
  func options() throws {
    let page = try Self.page("cpus=\"<2\" wide", "# cat\n", transcript: nil)
    #expect(page.all("figcaption").map(\.text).joined().contains("example one, with cpus=<2 wide"))
  }

  @Test("a session that has not been run says so, and claims no provenance")
  func notRun() throws {
    let page = try Self.page("", "# cat\nexpected\n", transcript: nil)
    #expect(page.all("p", class: "notice").map(\.text).first?.contains("not been run") == true)
    #expect(page.all("samp").map(\.text) == ["# cat\nexpected\n"])
    #expect(page.all("p", class: "provenance").isEmpty)
  }

  @Test("the footer says what produced it")
  func provenance() throws {
    let page = try Self.page("", "# cat\n", transcript: SampleSite.transcript("# cat\n"))
    let words = page.all("p", class: "provenance").map(\.text).joined(separator: "\n")
    #expect(words.contains("0123456789ab with Swift version 6.3.1; exit status 0"))
    #expect(!words.contains("0123456789abc"))
    #expect(page.all("p", class: "notice").isEmpty && page.all("p", class: "crash").isEmpty)
  }

  @Test("a crash is said in words")
  func crash() throws {
    let page = try Self.page(
      "crash", "# cat\n",
      transcript: SampleSite.transcript("# cat\n", ending: .signaled(number: 6, name: "SIGABRT")))
    #expect(
      page.all("p", class: "crash").map(\.text) == [
        "The machine crashed here: the program died of SIGABRT (signal 6)."
      ])
    #expect(page.all("figure", class: "session-crash").count == 1)
  }

  @Test("what the program sets apart is set apart, with its name, and no line is lost")
  func marks() throws {
    let output = "# cat\none\ntwo\nthree\nfour\n"
    let page = try Self.page(
      "", "# cat\n",
      transcript: SampleSite.transcript(
        output, marks: [.init(name: "Oops!", firstLine: 2, endLine: 4)]))
    #expect(page.all("samp").map(\.text) == ["# cat\none\n", "two\nthree\n", "four\n"])
    #expect(page.all("div", class: "mark-oops").count == 1)
    #expect(page.all("p", class: "mark-name").map(\.text) == ["Oops!"])
  }

  @Test(
    "marks that lie about the output lose nothing",
    arguments: [
      [Transcript.Mark(name: "a", firstLine: -3, endLine: 99)],
      [.init(name: "a", firstLine: 2, endLine: 1)],
      [.init(name: "a", firstLine: 1, endLine: 3), .init(name: "b", firstLine: 0, endLine: 2)],
      [.init(name: "a", firstLine: 7, endLine: 9)],
      [.init(name: "a", firstLine: .min, endLine: .max)],
    ])
  func wrongMarks(marks: [Transcript.Mark]) {
    let split = TranscriptSplit(output: "1\n2\n3\n", marks: marks, commands: [])
    let text = split.parts.flatMap(\.lines).map { $0.text + ($0.hasEnding ? "\n" : "") }
    #expect(text.joined() == "1\n2\n3\n")
    #expect(split.parts.allSatisfy { !$0.lines.isEmpty })
  }

  @Test("a program that must not compile is shown with the compiler's answer")
  func refusal() throws {
    let page = try Self.page(
      "compile_fail", "x.md:1:1: error: no\n",
      transcript: SampleSite.transcript("x.md:1:1: error: no\n", ending: .refused))
    let caption = page.all("figcaption").map(\.text).joined()
    #expect(caption.contains("This must not compile"))
    #expect(page.all("p", class: "provenance").map(\.text).joined().contains("refused by the comp"))
  }

  @Test("an empty transcript is an empty session")
  func emptyTranscript() throws {
    let page = try Self.page("", "# cat\n", transcript: SampleSite.transcript(""))
    #expect(page.problem == nil)
    #expect(page.all("samp").isEmpty)
  }
}
