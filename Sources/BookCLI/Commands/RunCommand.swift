internal import ArgumentParser
internal import BookModel
internal import ExampleRunner
internal import Foundation

/// `quire run`: an example as it stands on disk, with whatever a reader has made of it.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run an example as it stands on disk, and compare it with the book.",
    discussion: """
      Edit the files of examples/CHAPTER/NAME, then run NAME: its sessions are run with your \
      version, what comes out is shown, and below it what differs from the book. `quire reset \
      NAME` gives back the book's version and keeps yours.
      """)

  @OptionGroup var book: BookOptions

  @Option(help: "The session to run; all of them without it.")
  var session: String?

  @Option(
    help: ArgumentHelp(
      "Write everything that happens to a file, as JSON lines.", valueName: "file"))
  var trace: String?

  @Argument(help: "The name of an example, or a folder that holds one.")
  var example: String

  func run() async throws {
    let workshop = Workshop(root: book.root)
    let shelf = ExampleShelf(workshop: workshop)
    var found = try shelf.example(example)
    if let session {
      found.sessions.removeAll { $0.name != session }
      guard !found.sessions.isEmpty else {
        Terminal.complain("quire: \(found.name) has no session called '\(session)'")
        throw ExitStatus.wrongUsage
      }
    }
    var tools = try await workshop.tools(for: shelf.settings)
    tools.traceFile = trace.map { absolute($0, from: FileManager.default.currentDirectoryPath) }
    let result = await ExampleSuite(tools, settings: shelf.settings).run([found])
    let report = RunReport(result: result, terminal: workshop.terminal)
    report.print()
    if report.diagnostics.hasErrors { throw ExitStatus.failure }
  }
}
