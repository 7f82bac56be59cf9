import BookModel
import Testing

@testable import ExampleRunner

@Suite struct ExampleSuiteTests {
  @Test("a session that prints what the chapter says passes, and its transcript is kept")
  func passes() async throws {
    let workshop = try await Workshop.open()
    let example = Example.plain(Session("# types\nSample\n# echo a b\na b\n"))
    let result = await workshop.run([example])
    #expect(result.diagnostics == [])
    #expect(result.counts.passed == 1)
    let transcript = try #require(
      result.transcripts[SessionID(example: "sample", session: "main")])
    #expect(transcript.output == "# types\nSample\n# echo a b\na b\n")
    #expect(transcript.ending == .exited(status: 0))
  }

  @Test("output that differs is shown as a diff at the chapter's first differing line")
  func outputDiffers() async throws {
    let workshop = try await Workshop.open()
    let result = await workshop.run([.plain(Session("# echo one\none\n# echo two\nthree\n"))])
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.location.description == "chapters/01-sample.md:103:1")
    #expect(
      diagnostic.detail == """
        @@ -100,4 +1,4 @@
         # echo one
         one
         # echo two
        -three
        +two

        """)
  }
}
