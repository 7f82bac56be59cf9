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

  @Test("where a crash has its signal, another one is told apart")
  func otherSignal() async throws {
    let workshop = try await Workshop.open()
    var settings = workshop.settings
    settings.runtime?.crashSignal = .abort
    let sessions = ["signal 6", "signal 11", "trap 0"].map {
      Session("# \($0)\n", name: $0.replacing(" ", with: "-"), .crashes)
    }
    let result = await ExampleSuite(workshop.tools(), settings: settings).run([
      Example([.plain], sessions)
    ])
    #expect(result.sessions.map(\.verdict.isGood) == [true, false, false])
    #expect(
      result.sessions[1].diagnostic?.summary
        == "sample/signal-11: the program died of SIGSEGV, and a crash must be SIGABRT")
    #expect(result.sessions[2].diagnostic?.help?.contains("mend the listing") == true)
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

  @Test("a session that prints the right text fails where it also wrote to standard error")
  func strayErrors() async throws {
    let (verdict, diagnostic) = try await outcome("# warn mind the gap\n", .completes)
    #expect(!verdict.isGood)
    #expect(
      diagnostic?.summary
        == "sample/main: the program wrote to its standard error, which no session shows")
    #expect(diagnostic?.detail?.contains("mind the gap") == true)
  }

  @Test("a trap in a listing is told at its line, and no help says to expect it")
  func trapInListing() async throws {
    let workshop = try await Workshop.open()
    let listing = Listing(
      """
      import TinyKernel

      final class Sample: Module {
        override func greet() -> String { fatalError("no words") }
      }

      """)
    let session = Session("# greet\n")
    let result = await workshop.run([Example([listing], [session])])
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.location.description == "chapters/01-sample.md:13:1")
    #expect(diagnostic.summary.hasPrefix("sample/main: the program crashed ("))
    #expect(diagnostic.help?.contains("`crash`") == false)
    #expect(diagnostic.notes.map(\.location) == [session.location])
    #expect(diagnostic.detail?.contains("no words") == true)
  }

  @Test("a trap outside of the listings stays at the session")
  func trapElsewhere() async throws {
    let (_, diagnostic) = try await outcome("# trap 0\n", .completes)
    #expect(diagnostic?.location.description == "chapters/01-sample.md:99:1")
    #expect(diagnostic?.help?.contains("`crash`") == false)
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
