import Foundation
import TestSupport
import Testing

/// What a person, or a script, is told about the command line.
@Suite struct CommandLineTests {
  static let commands = ["build", "test", "run", "tangle", "check", "reset", "new", "clean"]

  private func run(_ arguments: String...) async throws -> Tool.Run {
    try await Tool(in: BookFixture().folder).run(arguments)
  }

  @Test("the help lists every command and fits eighty columns")
  func help() async throws {
    for arguments in [["--help"], [], ["help"]] {
      let run = try await Tool(in: "/").run(arguments)
      // Who asks for nothing has not said what to do.
      #expect(run.status == (arguments.isEmpty ? 2 : 0))
      let text = arguments.isEmpty ? run.errors : run.output
      for command in Self.commands { #expect(text.contains("\n  \(command) ")) }
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test("the help of a command explains each option of its usage", arguments: commands)
  func help(of command: String) async throws {
    let run = try await run(command, "--help")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let parts = run.output.split(separator: "OPTIONS:")
    let usage = try #require(parts.first)
    let options = try #require(parts.last)
    let names = usage.matches(of: /\[(--[a-z-]+)/).map(\.output.1)
    #expect(names.contains("--book"))
    for name in names { #expect(options.contains("\n  \(name) "), "\(name)") }
    // A usage without an explanation is a line with a name and nothing behind it.
    #expect(options.matches(of: /\n  --[a-z-]+( <[a-z]+>)?\n(?!    )/).isEmpty)
  }

  @Test("an unknown option, a missing and a superfluous argument are wrong usage")
  func wrongUsage() async throws {
    for command in Self.commands {
      let name =
        command == "new" ? ["book", "b"] : ["run", "reset"].contains(command) ? ["a"] : []
      let run = try await Tool(in: "/").run([command] + name + ["--colour"])
      #expect(run.status == 2, "\(command)")
      #expect(run.errors.contains("'--colour'"), "\(run.errors)")
    }
    for arguments in [
      ["nothing"], ["run"], ["reset"], ["new"], ["new", "book"], ["new", "poem", "a"],
      ["check", "a"], ["run", "a", "b"], ["build", "--out"],
    ] {
      let run = try await Tool(in: "/").run(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains("sage: quire"), "\(run.errors)")
    }
  }

  @Test("an example that does not exist is wrong usage, and a near name is suggested")
  func unknownExample() async throws {
    for command in ["test", "run", "reset"] {
      let run = try await run(command, "helo")
      #expect(run.status == 2, "\(command)")
      #expect(run.errors.contains("'helo'; did you mean 'hello'?"), "\(run.errors)")
      #expect(run.output == "")
    }
  }

  @Test("a book with a mistake fails every command that needs the book")
  func mistakenBook() async throws {
    let fixture = try BookFixture()
    try fixture.folder.write("# One\n\n```sift\n```\n", to: "chapters/one.md")
    let before = try Folders.files(in: fixture.root)
    for arguments in [["build"], ["test"], ["tangle"], ["check"], ["reset", "hello"]] {
      let run = try await Tool(in: fixture.folder).run(arguments)
      #expect(run.status == 1, "\(arguments)")
      #expect(run.errors.hasPrefix("chapters/one.md:3:4: error: "), "\(run.errors)")
      #expect(run.output == "")
    }
    #expect(try Folders.files(in: fixture.root) == before)
  }

  @Test("an output that nobody reads is no fault, and one that is full is told")
  func unreadOutput() async throws {
    let fixture = try BookFixture()
    let quire = try Tool.buildFolder.get() + "/quire"
    var shell = Tool(in: fixture.folder)
    shell.program = "/bin/sh"
    let unread = try await shell.run(["-c", "\"\(quire)\" check >/dev/null 2>/dev/null"])
    #expect(unread.status == 0)
    if FileManager.default.fileExists(atPath: "/dev/full") {
      let full = try await shell.run(["-c", "\"\(quire)\" check >/dev/full"])
      #expect(full.status == 1)
      #expect(full.errors.contains("the output could not be written: No space left"))
    }
    let closed = try await shell.run(
      ["-c", "\"\(quire)\" check >&- 2>&-"])
    #expect(closed.status == 0)
  }

  @Test("a part of quire that is missing is quire's own fault")
  func missingPart() async throws {
    let fixture = try BookFixture()
    let quire = try Tool.buildFolder.get() + "/quire"
    let copy = fixture.folder.url.appendingPathComponent("quire")
    try FileManager.default.copyItem(at: URL(filePath: quire), to: copy)
    var tool = Tool(in: fixture.folder)
    tool.program = copy.path
    let run = try await tool.run(["test"])
    #expect(run.status == 70)
    #expect(run.errors.contains("contain"))
  }
}
