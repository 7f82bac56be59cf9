import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Builds that do not come to their end, and builds that meet.
@Suite struct InterruptionTests {
  @Test(
    "an interrupted build leaves the old site whole, and no process",
    arguments: [SIGINT, SIGTERM, SIGKILL])
  func interrupted(by number: Int32) async throws {
    let book = try await StarterBook()
    #expect(try await book.tool.run(["build"]).status == 0)
    let old = try Folders.files(in: book.site)
    // A program that does not end, not even by its limits, holds the build where it can be met.
    try book.change("book.yml", "language: en\n", to: "language: en\nlimits: \(Self.limits)\n")
    try book.change(
      "chapters/01-hello.md", "printk(\"hello: hello", to: "while true {}; printk(\"hello: hello")
    let root = book.root
    let run = try await book.tool.run(["build"]) { process in
      try await Self.waitForProgram(of: root)
      // The whole group, as a terminal does it; the tool alone, as others do.
      kill(number == SIGINT ? -process : process, number)
    }
    #expect(run.status == 128 + number, "\(run)")
    #expect(try await Processes.remaining(mentioning: root) == [])
    #expect(try Folders.files(in: book.site) == old)
    #expect(Folders.names(in: book.root + "/site") == ["public"])

    try book.change("chapters/01-hello.md", "while true {}; ", to: "")
    #expect(try await book.tool.run(["build"]).status == 0)
    #expect(try Folders.files(in: book.site) == old)
    #expect(Folders.names(in: root + "/.quire/scratch") == [])
  }

  @Test("builds of the same book at the same time all succeed, and leave one site")
  func together() async throws {
    let book = try await StarterBook()
    let tool = book.tool
    let runs = try await withThrowingTaskGroup(of: Tool.Run.self) { group in
      for _ in 0..<4 { group.addTask { try await tool.run(["build"]) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(runs.map(\.status) == [0, 0, 0, 0], "\(runs)")
    #expect(Folders.names(in: book.root + "/site") == ["public"])
    #expect(try await book.tool.run(["build"]).output.contains("nothing changed"))
  }

  @Test("a folder that cannot be written to gets one message")
  func unwritable() async throws {
    #if os(Linux)
      // Not even the superuser can write here.
      let fixture = try BookFixture(["chapters/one.md": "# One\n\nProse.\n"])
      let run = try await Tool(in: fixture.folder).run(["build", "--out", "/proc/self/site"])
      #expect(run.status == 1)
      #expect(run.errors.contains(": error: the site cannot be written"), "\(run.errors)")
      #expect(run.errors.hasSuffix("1 error\n"))
    #endif
  }

  private static let limits = "{ wall-seconds: 60, cpu-seconds: 60 }"

  /// Waits until the example's own program runs: its home lies in the book's workspace.
  private static func waitForProgram(of root: String) async throws {
    for _ in 0..<2400 {
      let programs = Processes.mentioning("HOME=\(root)/.quire/scratch")
      if !programs.isEmpty { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("the program was never started")
  }
}
