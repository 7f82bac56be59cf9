import Testing

@testable import Explorer

@Suite("A schedule as a word") struct ScheduleTokenTests {
  private func token(_ choices: [UInt8] = [0, 0, 2, 1]) -> ScheduleToken {
    ScheduleToken(
      program: Fingerprint("program"), machine: 0x0203, ticks: 2, ending: "unload",
      path: SchedulePath(choices))
  }

  private func message(_ text: String) -> String? {
    do throws(TokenProblem) {
      _ = try ScheduleToken(text)
      return nil
    } catch {
      return error.message
    }
  }

  /// The bytes of a token, changed, as a word again.
  private func changed(_ change: (inout [UInt8]) -> Void) throws -> String {
    var bytes = try #require(Base32.decode(token().text.dropFirst(ScheduleToken.prefix.count)))
    change(&bytes)
    return ScheduleToken.prefix + Base32.encode(bytes)
  }

  @Test(
    "It reads back as what it was, whatever was chosen",
    arguments: [
      [], [1], [0, 0, 2, 1], [0, 255, 0, 31], Array(repeating: 3, count: 200),
      Array(repeating: 0, count: 127) + [1], Array(repeating: 0, count: 128) + [1],
      Array(repeating: 0, count: 100_000) + [7],
    ] as [[UInt8]])
  func roundTrip(choices: [UInt8]) throws {
    let token = token(choices)
    #expect(try ScheduleToken(token.text) == token)
    #expect(try ScheduleToken(token.text.uppercased()) == token)
  }

  @Test("Zeros after the last other choice are not kept: Linux itself would choose them")
  func zerosAtTheEnd() throws {
    #expect(token([1, 0, 0, 0]).text == token([1]).text)
  }

  @Test("A few choices make a word that is short enough to paste")
  func length() {
    #expect(
      token(Array(repeating: 0, count: 300) + [1] + Array(repeating: 0, count: 90) + [2]).text.utf8
        .count < 40)
  }

  @Test("Every character that is changed is noticed")
  func damage() {
    let word = Array(token([0, 0, 2, 1, 0, 0, 1]).text)
    for index in word.indices {
      for other: Character in ["0", "1", "z", "s"] where other != word[index] {
        var copy = word
        copy[index] = other
        let text = String(copy)
        // The last character can have bits that mean nothing.
        if let read = try? ScheduleToken(text), read == token([0, 0, 2, 1, 0, 0, 1]) { continue }
        #expect(message(text) != nil, "\(text)")
      }
    }
  }

  @Test("A part of a token is no token")
  func parts() {
    let word = token().text
    // A character more or less may carry no bit of the last byte.
    for count in 0..<(word.count - 1) { #expect(message(String(word.prefix(count))) != nil) }
    #expect(message(word + "00") != nil)
  }

  @Test(
    "What was never a token is called so",
    arguments: ["", "s", "hello", "t123", "s!!", "\u{0}", "sé", "s\n"])
  func none(text: String) { #expect(message(text) == "'\(text)' is no schedule token") }

  @Test("A token of another version of the format says which")
  func version() throws {
    let text = try changed { $0[0] = 9 }
    #expect(
      message(text)
        == "the token has version 9 of the format, and this program knows only version 1: explore again"
    )
  }

  @Test("A token whose sum is wrong is damaged")
  func sum() throws {
    let text = try changed { $0[4] ^= 1 }
    #expect(message(text) == "the token is damaged: a part of it is missing or changed")
  }
}
