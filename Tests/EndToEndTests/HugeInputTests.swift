import Foundation
import TestSupport
import Testing

/// Ten megabytes where nobody expects them.
@Suite struct HugeInputTests {
  private static let size = 10_000_000

  @Test("a line of ten megabytes is a line like any other")
  func longLine() async throws {
    let prose = String(repeating: "word ", count: Self.size / 5)
    let fixture = try BookFixture(["chapters/one.md": "# One\n\n\(prose)\n"])
    let run = try await Tool(in: fixture.folder).run(["check"])
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test("a word of ten megabytes is a mistake, and is not shown whole")
  func longWord() async throws {
    let word = String(repeating: "x", count: Self.size)
    let fixture = try BookFixture(["chapters/one.md": "# One\n\n```swift \(word)\n```\n"])
    let run = try await Tool(in: fixture.folder).run(["check"])
    #expect(run.status == 1)
    #expect(run.errors.contains("chapters/one.md:3:10: error: unknown word 'xxx"))
    #expect(run.errors.utf8.count < 10_000)
  }

  @Test("what a chapter says cannot move the cursor of whoever reads the message")
  func controlCharacters() async throws {
    let fixture = try BookFixture(["chapters/one.md": "# One\n\n```swift a\u{1B}[2Jb\n```\n"])
    let run = try await Tool(in: fixture.folder).run(["check"])
    #expect(run.status == 1)
    #expect(run.errors.contains(#"unknown word 'a\u{1b}[2Jb'"#), "\(run.errors)")
  }
}
