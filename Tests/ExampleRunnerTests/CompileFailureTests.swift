import BookModel
import CommonMark
import Testing

@testable import ExampleRunner

@Suite struct CompileFailureTests {
  private let broken = """
    import TinyKernel

    final class Sample: Module {
      func timer() { sleepOn() }
    }

    """

  private func run(
    _ listings: [Listing], expected: String? = nil
  ) async throws -> SuiteResult {
    let workshop = try await Workshop.open()
    let session = expected.map { Session($0, .doesNotCompile) } ?? Session("# types\nSample\n")
    return await workshop.run([Example(listings, [session])])
  }

  @Test("an error of the compiler stands at the chapter's line and column")
  func placeInChapter() async throws {
    let result = try await run([Listing(broken, line: 40)])
    let diagnostic = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(diagnostic.location.description == "chapters/01-sample.md:43:18")
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.detail?.contains("func timer() { sleepOn() }") == true)
    #expect(result.sessions.map(\.verdict) == [.doesNotCompile])
    #expect(result.counts.failed == 1)
  }

  @Test("the column is right where the chapter indents the listing")
  func indentedListing() async throws {
    let result = try await run([Listing(broken, line: 40, indentation: 3)])
    #expect(result.diagnostics.first?.location.description == "chapters/01-sample.md:43:21")
  }

  @Test("the column is right in the second listing of a file")
  func secondListing() async throws {
    let second = "func late() { sleepOn() }\n"
    let result = try await run([.plain, Listing(second, line: 70)])
    #expect(result.diagnostics.first?.location.description == "chapters/01-sample.md:70:15")
  }

  /// What the compiler says about the broken listing: another compiler may use other words.
  private func refusal() async throws -> String {
    let result = try await run([Listing(broken)], expected: "")
    return try #require(result.sessions.first?.transcript?.output)
  }

  @Test("what the compiler says is shown with the lines of the reader's file, source and caret")
  func refusalText() async throws {
    let text = try await refusal()
    #expect(text.hasPrefix("Sample.swift:4:18: error: "))
    #expect(text.contains("\n  func timer() { sleepOn() }\n                 ^\n"))
    #expect(text.contains("\nSample.swift:4:8: note: "))
    #expect(!text.contains("chapters/"))
  }

  @Test("a refusal in the chapter's words passes, wherever the listing stands in the chapter")
  func refusalPasses() async throws {
    let refusal = try await refusal()
    let second = [Listing.plain, Listing("let text: Int = \"\"\n", line: 70)]
    #expect(try await run(second, expected: refusal).counts.failed == 1)
    for line in [10, 400] {
      let result = try await run([Listing(broken, line: line, indentation: 2)], expected: refusal)
      #expect(result.diagnostics == [])
      #expect(result.sessions.map(\.verdict) == [.passed])
      #expect(result.sessions.first?.transcript?.ending == .refused)
    }
  }

  @Test("a refusal in other words is a difference at the chapter's line")
  func refusedOtherwise() async throws {
    let other = try await refusal().replacing("error: ", with: "error: not ")
    let result = try await run([Listing(broken)], expected: other)
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.location.description == "chapters/01-sample.md:100:1")
    #expect(diagnostic.summary == "sample/main: the compiler refuses the program in other words")
  }

  @Test("a program that must not compile and does is told so")
  func unexpectedlyCompiles() async throws {
    let result = try await run([.plain], expected: "")
    #expect(result.sessions.map(\.verdict) == [.unexpectedlyCompiles])
    #expect(result.diagnostics.count == 1)
  }

  @Test("a refusal for a reason outside the listings does not count")
  func refusedElsewhere() async throws {
    // Two classes of one name are a mistake in a listing; a class that only the glue cannot reach
    // is one of the glue.
    let hidden = Listing("#if false\n#endif\n@available(*, unavailable)\nfinal class Sample {}\n")
    let result = try await run([hidden], expected: "")
    let verdict = try #require(result.sessions.first?.verdict)
    guard case .refusedElsewhere(let message) = verdict else {
      Issue.record("\(verdict)")
      return
    }
    #expect(message.contains("main.swift"))
  }

  @Test("what the glue cannot do because of a listing's error is not told")
  func glueFollows() async throws {
    let listing = Listing(
      "final class Sample: Nothing {}\n@available(*, unavailable) class Other {}\n")
    let result = try await run([listing])
    #expect(result.diagnostics.map(\.location.description) == ["chapters/01-sample.md:10:21"])
  }

  @Test("a warning is told, and the program runs")
  func warning() async throws {
    let listing = Listing(
      "import TinyKernel\nfinal class Sample: Module { func f() { let unused = 1 } }\n")
    let result = try await run([listing])
    #expect(result.sessions.map(\.verdict) == [.passed])
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }

  @Test("a file that ends too early is an error in the chapter, after the last line")
  func endsEarly() async throws {
    let result = try await run([Listing("final class Sample {\n", line: 20)])
    #expect(result.diagnostics.first?.location.position?.line == 21)
  }

  @Test("a file of the glue's name is refused before it is compiled")
  func glueName() async throws {
    let result = try await run([Listing("print(1)\n", file: "main.swift")])
    #expect(result.diagnostics.count == 1)
    #expect(result.counts.compiled == 0)
    #expect(result.counts.failed == 1)
  }
}
