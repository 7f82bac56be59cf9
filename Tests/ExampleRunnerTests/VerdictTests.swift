import BookModel
import Testing

@testable import ExampleRunner

@Suite struct VerdictTests {
  private func outcome(
    _ text: String, _ expectation: Session.Expectation
  ) async throws -> (verdict: Verdict, diagnostic: Diagnostic?) {
    let workshop = try await Workshop.open()
    let result = await workshop.run([.plain(Session(text, expectation))])
    let session = try #require(result.sessions.first)
    return (session.verdict, session.diagnostic)
  }

  @Test("a session that must crash, and does with the right text, passes")
  func crashes() async throws {
    #expect(
      try await outcome("# echo last words\nlast words\n# signal 11\n", .crashes).verdict == .passed
    )
  }

  @Test("a crash's transcript names the signal")
  func signalIsKept() async throws {
    let workshop = try await Workshop.open()
    let result = await workshop.run([.plain(Session("# signal 6\n", .crashes))])
    #expect(result.sessions.first?.transcript?.ending == .signaled(number: 6, name: "SIGABRT"))
  }

  @Test("a session that must crash and exits is told with which status")
  func mustCrash() async throws {
    let (verdict, diagnostic) = try await outcome("# echo a\na\n", .crashes)
    #expect(verdict == .exitedAndMustCrash(status: 0))
    #expect(
      diagnostic?.summary == "sample/main: the program must crash, and it exited with status 0")
  }

  @Test("a session that crashes otherwise is told apart from one that prints otherwise")
  func crashesOtherwise() async throws {
    let (verdict, diagnostic) = try await outcome("# echo b\na\n# signal 11\n", .crashes)
    guard case .crashesOtherwise(let difference) = verdict else {
      Issue.record("\(verdict)")
      return
    }
    #expect(difference.line == 1)
    #expect(diagnostic?.location.description == "chapters/01-sample.md:101:1")
  }

  @Test("a Swift trap in a listing is a crash like another")
  func swiftTrap() async throws {
    #expect(try await outcome("# trap 0\n", .crashes).verdict == .passed)
  }

  @Test("output that ends early is reported at the line after the block")
  func outputEndsEarly() async throws {
    let (_, diagnostic) = try await outcome("# echo a\na\nb\n", .completes)
    #expect(diagnostic?.location.description == "chapters/01-sample.md:102:1")
  }

  @Test("what a failing program says on standard error is shown")
  func standardError() async throws {
    let (_, diagnostic) = try await outcome("# warn mind the gap\n# exit 3\n", .completes)
    #expect(diagnostic?.detail?.contains("mind the gap") == true)
  }

  @Test("the parts that a program sets apart are in its transcript")
  func marks() async throws {
    let workshop = try await Workshop.open()
    let result = await workshop.run([.plain(Session("# mark\n# echo a\na\n"))])
    #expect(
      result.sessions.first?.transcript?.marks
        == [Transcript.Mark(name: "oops", firstLine: 1, endLine: 2)])
  }

  @Test("a session that is not run is compiled and counted")
  func notRun() async throws {
    let workshop = try await Workshop.open()
    let result = await workshop.run([.plain(Session("# loop\n", .isNotRun))])
    #expect(result.counts == SuiteResult.Counts(notRun: 1, compiled: 1))
    #expect(result.sessions.first?.verdict == .notRun)
  }
}
