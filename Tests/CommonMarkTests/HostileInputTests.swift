import CommonMark
import Testing

@Suite("A text that means no good")
struct HostileInputTests {
  @Test("may nest as deep as it likes: the tree is shallow, and nothing of the text is lost")
  func deepNesting() throws {
    let document = Document(parsing: String(repeating: ">", count: 10_000) + " deep *a*")
    #expect(document.problems.map(\.summary) == ["nesting deeper than 100 levels"])
    #expect(document.allInlines.contains { $0.kind == .text("deep ") })
    // The depth of a tree of values is the depth of the stack that frees it.
    #expect(document.allBlocks.count < 110)
  }

  @Test(
    "may nest anything",
    arguments: ["- ", "1. ", "> - ", "*a ", "**a ", "[", "![", "_a *b ", "[a](", "<", "`", "\\"])
  func anyNesting(piece: String) {
    let document = Document(parsing: String(repeating: piece, count: 5_000) + "end")
    #expect(document.allBlocks.count < 300)
    #expect(document.treeDump.contains("end"))
  }

  @Test("keeps what closes after what nests too deep")
  func afterDeepNesting() {
    let stars = String(repeating: "*a ", count: 500) + String(repeating: "b*", count: 500)
    let document = Document(parsing: "\(stars)\n\n- last\n")
    #expect(document.treeDump.hasSuffix("text \"last\" 3:3\n" + document.problemDump))
    let quotes = String(repeating: "> ", count: 300) + "- a\n\nb"
    #expect(Document(parsing: quotes).blocks.count == 2)
  }

  @Test(
    "may have a line of megabytes",
    arguments: [
      ("x", 10_000_000), ("x ", 1_000_000), ("*a* ", 50_000), ("a`", 100_000), ("[a](b) ", 50_000),
      ("&amp;", 50_000), ("[", 1_000_000), ("*", 1_000_000), ("<", 1_000_000), ("\\", 1_000_000),
    ])
  func longLine(piece: String, count: Int) {
    let document = Document(parsing: String(repeating: piece, count: count) + "\n\n> end")
    #expect(document.blocks.last?.range.start == SourcePosition(line: 3, column: 1))
  }

  @Test("may have a code line of ten megabytes")
  func longCodeLine() {
    let line = String(repeating: "x", count: 10_000_000)
    let code = Document(parsing: "```\n\(line)\n```\n").codeBlocks.first
    #expect(code?.lines.first?.text.utf8.count == 10_000_000)
  }

  @Test(
    "may be empty, or hold nothing but line endings",
    arguments: ["", "\n", "\r", "\r\n\r", "\u{FEFF}"])
  func empty(source: String) {
    #expect(Document(parsing: source) == Document(blocks: []))
  }

  @Test("is refused where it is longer than the C library bears")
  func tooLong() {
    let document = Document(parsing: String(repeating: "\n", count: (1 << 26) + 1))
    #expect(document.problems.map(\.summary) == ["the text is too long to be parsed"])
  }
}

extension Document {
  fileprivate var problemDump: String {
    problems.map { "problem \($0.position) \($0.summary)" }.joined(separator: "\n")
  }
}
