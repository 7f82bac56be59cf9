internal import ArgumentParser
internal import BookModel
internal import CommonMark
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

  @Option(help: "How often somebody may be interrupted who could have gone on.")
  var bound: Int?

  @Option(help: "How many timer interrupts may come while somebody could go on; 2 without it.")
  var ticks: Int?

  @Option(help: "How many schedules are tried at most; 20000 without it.")
  var schedules: Int?

  @Option(help: "Draw schedules by lot instead of trying all: what the lots depend on.")
  var seed: Int?

  @Option(help: "How many schedules are drawn by lot.")
  var runs: Int?

  @Option(help: "Draw priorities by lot: how many steps have to come in a certain order.")
  var depth: Int?

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "A word for the session, as its fence could have it, such as cpus=2.", valueName: "word"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Run the schedule of a token, and no other.", valueName: "token"))
  var replay: String?

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
    found.sessions = found.sessions.map(explored)
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

  /// The session with the words that ask for what was typed, and nothing to compare it with.
  private func explored(_ session: Session) -> Session {
    var session = session
    var words = session.options
    set("explore", nil, in: &words)
    if let replay { set("replay", replay, in: &words) }
    let numbers = [
      ("bound", bound), ("ticks", ticks), ("schedules", schedules), ("seed", seed),
      ("runs", runs), ("depth", depth),
    ]
    for (key, number) in numbers {
      if let number { set(key, "\(number)", in: &words) }
    }
    for word in self.words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      set(String(parts[0]), parts.count == 2 ? String(parts[1]) : nil, in: &words)
    }
    session.options = words
    session.expectation = .completes
    session.code.lines = []
    return session
  }

  private func set(_ key: String, _ value: String?, in words: inout [SessionOption]) {
    words.removeAll { $0.key == key }
    words.append(SessionOption(key: key, value: value))
  }
}
