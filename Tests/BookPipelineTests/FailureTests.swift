import BookModel
import BookPipeline
import TestSupport
import Testing

@Suite("A book with mistakes")
struct FailureTests {
  @Test(
    "is reported as a whole, each mistake at its place",
    arguments: FailureCase.chapters + FailureCase.examples + FailureCase.contents
      + FailureCase.settings)
  func mistakes(of test: FailureCase) throws {
    let fixture = try BookFixture(test.plainFiles)
    let diagnostics = BookLoader(root: fixture.root).load().diagnostics
    // Of a chapter that a table of contents does not list, each case of a table would warn.
    assertDiagnostics(diagnostics.filter { $0.severity == .error }, test.expected)
  }
}
