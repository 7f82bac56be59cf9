import BookModel
import Foundation
import Testing

@testable import ExampleRunner

/// What a program may do to whoever runs it, and the one sentence that it gets.
@Suite struct HostileExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var command: String
    var sentence: String
    /// Long where another limit is meant, for a machine that is busy with other things.
    var wall = 60
    var testDescription: String { command }
  }

  static let cases = [
    Case(command: "loop", sentence: "ended at its limit of processor time (1 s)"),
    Case(command: "sleep", sentence: "ended at its limit of time on the clock (2 s)", wall: 2),
    Case(command: "allocate", sentence: "ended at its limit of memory (300 MiB)"),
    Case(command: "print", sentence: "ended at its limit of output (64 KiB)"),
    Case(command: "line", sentence: "ended at its limit of output (64 KiB)"),
    Case(command: "fill", sentence: "ended at its limit of file size (64 KiB)"),
    Case(command: "bomb", sentence: "ended at its limit of processes (8)"),
    Case(command: "daemon", sentence: "left a process behind"),
    Case(command: "parent", sentence: "the example killed the process that watches it"),
    Case(command: "orphan", sentence: "the example killed the process that watches it"),
    Case(command: "stop-parent", sentence: "the example killed the process that watches it"),
    Case(command: "stop-both", sentence: "the example killed the process that watches it"),
    Case(command: "stop", sentence: "ended at its limit of time on the clock (2 s)", wall: 2),
    Case(command: "exit 3", sentence: "exited with status 3"),
    Case(command: "latin1", sentence: "not UTF-8: byte 9 "),
    Case(command: "signal 4", sentence: "crashed (SIGILL)"),
    Case(command: "signal 6", sentence: "crashed (SIGABRT)"),
    Case(command: "signal \(SIGBUS)", sentence: "crashed (SIGBUS)"),
    Case(command: "signal 8", sentence: "crashed (SIGFPE)"),
    Case(command: "signal 9", sentence: "crashed (SIGKILL)"),
    Case(command: "signal 11", sentence: "crashed (SIGSEGV)"),
    Case(command: "signal 15", sentence: "crashed (SIGTERM)"),
  ]

  @Test(
    "what it does gets one sentence at the chapter's line, and leaves nothing", arguments: cases)
  func hostile(_ case: Case) async throws {
    let workshop = try await Workshop.open()
    let cache = "hostile-\(UUID().uuidString)"
    // The daemon's transcript is right, so that what it left is all that is wrong with it.
    let session = Session("# \(`case`.command)\n")
    var settings = workshop.settings
    settings.limits.wallSeconds = `case`.wall
    let suite = ExampleSuite(workshop.tools(cache), settings: settings)
    let result = await suite.run([.plain(session)])
    #expect(result.counts.failed == 1)
    #expect(result.diagnostics.count == 1)
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.location.description == "chapters/01-sample.md:99:1")
    #expect(diagnostic.summary.contains(`case`.sentence), "\(diagnostic.summary)")
    #expect(Processes.mentioning(cache) == [])
    #expect(workshop.folder.folder("\(cache)/scratch").names == [])
  }

  @Test("a program that reads its input finds none")
  func readsInput() async throws {
    let workshop = try await Workshop.open()
    let result = await workshop.run([.plain(Session("# stdin\nread -1\n"))])
    #expect(result.diagnostics == [])
  }

  @Test("a program that closes its descriptors has still printed what it printed")
  func closesDescriptors() async throws {
    let workshop = try await Workshop.open()
    let result = await workshop.run([.plain(Session("# echo before\nbefore\n# close\n"))])
    #expect(result.diagnostics == [])
  }

  @Test("a program sees a fixed environment, and none of the user's")
  func environment() async throws {
    setenv("QUIRE_TEST_SECRET", "secret", 1)
    let workshop = try await Workshop.open()
    let result = await workshop.run([.plain(Session("# environ\n"))])
    let id = SessionID(example: "sample", session: "main")
    let output = try #require(result.transcripts[id]?.output)
    let names = output.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: "=").first
    }
    #expect(
      Set(names) == ["HOME", "LANG", "PATH", "QUIRE_MARKS", "QUIRE_PROGRAM", "SWIFT_BACKTRACE"])
  }
}

/// The processes of this machine.
enum Processes {
  /// Those whose environment or arguments mention a text; on Linux only.
  static func mentioning(_ text: String) -> [String] {
    #if os(Linux)
      Folder(path: "/proc").names.filter { name in
        guard Int32(name) != nil else { return false }
        let process = Folder(path: "/proc/\(name)")
        let bytes = (process.read("environ") ?? []) + (process.read("cmdline") ?? [])
        return String(decoding: bytes, as: UTF8.self).contains(text)
      }
    #else
      []
    #endif
  }
}
