import Foundation
import TestSupport
import Testing

/// Books that the tool is given, and every word that it says about them.
@Suite struct FixtureTests {
  @Test("a good book gives what was recorded", arguments: FixtureCase.all("pass"))
  func pass(_ fixture: FixtureCase) async throws {
    try await check(fixture)
  }

  @Test(
    "a bad book gets the messages that were recorded, and nothing is left behind",
    arguments: FixtureCase.all("fail"))
  func fail(_ fixture: FixtureCase) async throws {
    let folder = try await check(fixture)
    #expect(folder.after == folder.before, "the tool changed the book's folder")
    #expect(!fixture.expected.contains("[status 0]"), "a fault must be seen by a script")
  }

  @Test("there are cases of both kinds")
  func cases() {
    #expect(FixtureCase.all("pass").count > 0)
    #expect(FixtureCase.all("fail").count > 0)
  }

  /// Runs a case, and compares or records; returns what lay in the folder before and after.
  @discardableResult
  private func check(
    _ fixture: FixtureCase
  ) async throws -> (before: [String: Data], after: [String: Data]) {
    let folder = try fixture.copy()
    let before = try Folders.files(in: folder.path)
    var transcript = ""
    for command in fixture.commands {
      transcript += try await command.transcript(in: folder.path)
      #expect(Processes.mentioning(folder.path) == [], "after \(command.text)")
      #expect(Folders.names(in: folder.path + "/.quire/scratch") == [], "after \(command.text)")
    }
    if ProcessInfo.processInfo.environment["BOOK_RECORD"] == "1" {
      try fixture.record(transcript)
      Issue.record("recorded \(fixture.name); look at it, then run without BOOK_RECORD")
    } else if transcript != fixture.expected {
      Issue.record("\(fixture.name) said:\n\(transcript)\nand not:\n\(fixture.expected)")
    }
    return (before, try Folders.files(in: folder.path))
  }
}
