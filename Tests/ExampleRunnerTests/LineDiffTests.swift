import Testing

@testable import ExampleRunner

@Suite struct LineDiffTests {
  private func diff(_ expected: String, _ found: String) -> String? {
    LineDiff(expected: expected, found: found, firstLine: 50)?.text
  }

  @Test("equal texts have no difference")
  func equal() {
    #expect(diff("", "") == nil)
    #expect(diff("a\nb\n", "a\nb\n") == nil)
  }

  @Test("lines that came and went stand between three lines of context")
  func context() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
        @@ -51,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test("the first difference is where the two part")
  func firstDifference() {
    #expect(LineDiff(expected: "a\nb\nc\n", found: "a\nc\n", firstLine: 1)?.firstDifference == 1)
    #expect(LineDiff(expected: "a\n", found: "a\nb\n", firstLine: 1)?.firstDifference == 1)
    #expect(LineDiff(expected: "a\n", found: "", firstLine: 1)?.firstDifference == 0)
  }

  @Test("a missing newline at the end is a difference")
  func missingNewline() {
    #expect(diff("a\n", "a")?.contains("\\ no newline at the end") == true)
  }

  @Test("texts that Unicode calls equal and bytes do not are different")
  func canonicalEquivalence() {
    #expect(diff("e\u{301}\n", "\u{e9}\n") != nil)
  }

  @Test("what would move the cursor is shown by its name")
  func controlCharacters() {
    #expect(diff("a\n", "\u{1b}[31ma\r\n")?.contains("+\\u{1b}[31ma\\r\n") == true)
  }

  @Test("a line without end is cut, and says how long it was")
  func longLine() throws {
    let text = try #require(diff("a\n", String(repeating: "x", count: 100_000) + "\n"))
    #expect(text.utf8.count < 1000)
    #expect(text.contains("(100000 bytes)"))
  }

  @Test("a difference without end is cut, and says how much is left")
  func longDifference() throws {
    let lines = (0..<50_000).map { "\($0)\n" }.joined()
    let text = try #require(diff("a\n", lines))
    #expect(text.contains("more lines"))
    #expect(text.utf8.count < 100_000)
  }

  @Test("the first byte that no UTF-8 text has is found")
  func invalidBytes() {
    #expect(VisibleText.firstInvalidByte(Array("aé€😀".utf8)) == nil)
    #expect(VisibleText.firstInvalidByte(Array("aé".utf8) + [0xff]) == 3)
    #expect(VisibleText.firstInvalidByte([0xe2, 0x82]) == 0)
  }
}
