import BookModel
import Testing

@Suite("Spelling")
struct SpellingTests {
  private let words = ["example", "file", "crash", "no_run"]

  @Test(
    "finds the word that was meant",
    arguments: [
      ("exmaple", "example"), ("Example", "example"), ("fil", "file"), ("crahs", "crash"),
      ("norun", "no_run"), ("xexample", "example"),
    ])
  func near(wrong: String, meant: String) {
    #expect(Spelling.nearest(to: wrong, in: words) == meant)
  }

  @Test("does not guess", arguments: ["", "x", "panic", String(repeating: "example", count: 9999)])
  func far(wrong: String) {
    #expect(Spelling.nearest(to: wrong, in: words) == nil)
  }

  @Test("takes the first of two that are equally near")
  func tie() {
    #expect(Spelling.nearest(to: "cat", in: ["bat", "car"]) == "bat")
    #expect(Spelling.nearest(to: "cat", in: ["car", "bat"]) == "car")
  }
}
