import Testing

@testable import SimKernel

@Suite("The text of a log") struct LogTextTests {
  @Test("a level in the middle of a line is text like any other (SEMANTICS 9.2, 2.2.1: Code: <1>)")
  func marker() {
    var text = LogText()
    text.print("Code: ")
    text.print("Unable\n", .alert)
    text.print("*pde\n", .alert)
    #expect(
      text.pieces == [
        LogPiece(level: .warning, text: "Code: "), LogPiece(level: .warning, text: "<1>Unable\n"),
        LogPiece(level: .alert, text: "*pde\n"),
      ])
  }

  @Test("each line is a piece of its own, of the level that was said")
  func linesOfOneText() {
    var text = LogText()
    text.print("a\nb", .emergency)
    text.print("c\n")
    #expect(text.pieces.map(\.text) == ["a\n", "b", "c\n"])
    #expect(text.pieces.allSatisfy { $0.level == .emergency })
  }
}
