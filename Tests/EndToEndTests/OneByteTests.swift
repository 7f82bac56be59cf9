import Foundation
import TestSupport
import Testing

/// One byte of the book is changed, and the message leads back to it.
@Suite struct OneByteTests {
  @Test("the message names the chapter and the line, and says what to do", arguments: OneByte.all)
  func oneByte(_ change: OneByte) async throws {
    let place = try #require(try change.place(), "the book has no such block")
    let book = try BookCopy()
    try book.folder.write(place.text, to: place.chapter)
    let run = try await Tool(in: book.folder).run(["test", place.example])
    #expect(run.status == 1)
    let error = try #require(run.errors.split(separator: "\n").first { $0.contains(": error: ") })
    #expect(error.hasPrefix("\(place.chapter):\(place.line):"), "\(run.errors)")
    #expect(run.errors.contains(change.words), "\(run.errors)")
  }
}
