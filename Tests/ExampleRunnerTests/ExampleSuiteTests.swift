import BookModel
import CommonMark
import Foundation
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

  @Test("a transcript names the hash of the reader's file, wherever the chapter has the listing")
  func programHash() async throws {
    let workshop = try await Workshop.open()
    let session = Session("# types\nSample\n")
    for line in [10, 20] {
      let listing = Listing(Listing.plain.code.content, line: line)
      let result = await workshop.run([Example([listing], [session])])
      #expect(
        result.sessions.first?.transcript?.programHash == SHA256.hex(Listing.plain.code.content))
    }
  }

  @Test("an example without sessions is compiled and counted")
  func onlyCompiled() async throws {
    let workshop = try await Workshop.open()
    let good = Example([.plain], [], name: "good", isOnlyCompiled: true)
    let bad = Example([Listing("let a: Int = \"\"\n")], [], name: "bad", isOnlyCompiled: true)
    let result = await workshop.run([good, bad])
    #expect(result.counts == SuiteResult.Counts(failed: 1, notRun: 1, compiled: 2))
    #expect(result.diagnostics.count == 1)
  }

  @Test("a scratch space that cannot be written is told with its path")
  func unwritableScratch() async throws {
    let workshop = try await Workshop.open()
    let name = UUID().uuidString
    try workshop.folder.write("\(name)/scratch", "a file where a folder should be")
    let result = await workshop.run([.plain(Session("# types\nSample\n"))], in: name)
    #expect(result.counts.failed == 1)
    #expect(result.diagnostics.count == 1)
    #expect(
      result.diagnostics.first?.summary.contains("could not be run: \(workshop.folder.path)")
        == true)
  }
}
