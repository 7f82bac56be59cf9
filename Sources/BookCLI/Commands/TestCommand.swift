internal import ArgumentParser
internal import BookModel
internal import ExampleRunner

/// `quire test`: the examples of the book as tests.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the book's examples, and compare each with its chapter.",
    discussion: """
      Without a filter every example is run. A filter is the name of a chapter (03-chardev), of an \
      example (chardev), or of one session of it (chardev/main). What has not changed since it was \
      run last is not run again. The last line counts: "12 passed, 0 failed".
      """)

  @OptionGroup var book: BookOptions

  @Flag(help: "Compile and run everything again, whatever is known from earlier runs.")
  var noCache = false

  @Argument(help: "Chapters, examples or sessions to run; all of them without one.")
  var filter: [String] = []

  func run() async throws {
    let workshop = Workshop(root: book.root)
    let loaded = try workshop.loadBook()
    let filter = ExampleFilter(filter)
    try refuse(filter.unmatched(in: loaded.examples), in: loaded)
    let examples = filter.apply(to: loaded.examples)
    guard !examples.isEmpty else {
      Terminal.complain("quire: the book has no examples, so nothing was tested")
      throw ExitStatus.failure
    }
    let tools = try await workshop.tools(for: loaded.settings, usesCache: !noCache)
    let progress = ProgressPrinter(workshop.terminal)
    let result = await ExampleSuite(tools, settings: loaded.settings)
      .run(examples, onEvent: progress.report)
    progress.clear()
    let report = SuiteReport(result: result, terminal: workshop.terminal)
    report.print()
    report.printCounts()
    if result.counts.passed + result.counts.failed == 0 {
      Terminal.complain("quire: no session was run, so nothing was tested")
      throw ExitStatus.failure
    }
    if result.diagnostics.hasErrors { throw ExitStatus.failure }
  }

  private func refuse(_ unmatched: [String], in book: Book) throws {
    guard !unmatched.isEmpty else { return }
    let sessions = book.examples.flatMap(\.sessions).map(\.id.description)
    let known = book.chapters.map(\.slug) + book.examples.map(\.name) + sessions
    for word in unmatched {
      Terminal.complain(
        "quire: no chapter, example or session is called '\(word)'", meaning: word, of: known)
    }
    throw ExitStatus.wrongUsage
  }
}
