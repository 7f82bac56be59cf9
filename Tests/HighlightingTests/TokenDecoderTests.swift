import BookModel
import Testing

@testable import Highlighting

struct TokenDecoderTests {
  private let decoder = TokenDecoder(legend: ["keyword", "method", "number"])

  @Test("positions count from the token before")
  func relativePositions() {
    let tokens = decoder.tokens(
      from: [0, 0, 3, 0, 0, 0, 4, 1, 1, 0, 1, 2, 1, 2, 0], in: "let a\n  7")
    #expect(
      tokens == [
        SyntaxToken(kind: .keyword, line: 0, start: 0, end: 3),
        SyntaxToken(kind: .function, line: 0, start: 4, end: 5),
        SyntaxToken(kind: .number, line: 1, start: 2, end: 3),
      ])
  }

  @Test(
    "an answer that does not fit the text is left out and traps nowhere",
    arguments: [
      [0, 0, 99, 0, 0], [9, 0, 1, 0, 0], [0, 99, 1, 0, 0], [0, 0, 1, 9, 0], [-1, 0, 1, 0, 0],
      [0, -5, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 3, 0], [0, 9, 1, 0, 0],
      [0, 0, .max, 0, 0], [.max, 0, 1, 0, 0, .max, 0, 1, 0, 0],
      [0, .max, 1, 0, 0, 0, .max, 1, 0, 0],
    ])
  func misfits(data: [Int]) {
    #expect(decoder.tokens(from: data, in: "let s = \"𝄞\"").isEmpty)
  }

  @Test("an operator stays plain, although the server calls it a method")
  func operators() {
    #expect(decoder.tokens(from: [0, 2, 1, 1, 0], in: "1 + 2").isEmpty)
  }
}
