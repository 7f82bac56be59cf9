internal import ArgumentParser
internal import BookModel
internal import ExampleRunner
internal import Foundation

/// `quire explore`: an example's sessions in every order in which what they start can happen.
struct ExploreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Run an example's sessions in every order, and show what can happen.",
    discussion: """
      Each session is run again and again, from the first line on that starts a job with `&`. What can be \
      seen in the end is counted; of the orders in which something goes wrong, the shortest is shown.
      """)

  @OptionGroup var book: BookOptions

  @Option(help: "The session to explore; all of them without it.")
  var session: String?

  @OptionGroup var options: ExploreOptions

  @Argument(help: "The name of an example, or a folder that holds one.")
  var example: String

  func run() async throws {
    let workshop = Workshop(root: book.root)
    let shelf = ExampleShelf(workshop: workshop)
    var found = try shelf.example(example)
    if let session { found.sessions.removeAll { $0.name != session } }
    guard !found.sessions.isEmpty else {
      let which = session.map { "session called '\($0)'" } ?? "session"
      Terminal.complain("quire: \(found.name) has no \(which)")
      throw ExitStatus.wrongUsage
    }
    found.sessions = found.sessions.map(options.explored)
    let tools = try await workshop.tools(for: shelf.settings)
    let result = await ExampleSuite(tools, settings: patient(shelf.settings)).run([found])
    let report = RunReport(result: result, terminal: workshop.terminal)
    report.print()
    guard !report.diagnostics.hasErrors else { throw ExitStatus.failure }
  }

  /// The settings with minutes for each session: whoever asks for every order can wait.
  private func patient(_ settings: BookSettings) -> BookSettings {
    var settings = settings
    settings.limits.wallSeconds = max(settings.limits.wallSeconds, Self.patience)
    settings.limits.cpuSeconds = max(settings.limits.cpuSeconds, Self.patience)
    return settings
  }

  /// Seconds that a session may take, by the wall's clock and of each processor.
  private static let patience = 600
}
