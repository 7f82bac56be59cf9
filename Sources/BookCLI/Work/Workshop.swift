internal import BookModel
internal import BookPipeline
internal import ExampleRunner
internal import Foundation

/// Where everything lies that a command works with: the book, its workspace, and the tool's own parts.
struct Workshop {
  /// The book's folder, absolute.
  let root: String
  let terminal = Terminal.standard

  /// The folder for caches and scratch files.
  var workspace: String { root + "/.quire" }

  /// The folder of the page templates and the style sheet: the book's own, or else the one that comes with the tool.
  var theme: String { part("site/theme") }

  /// The folder of the texts that new books, chapters and examples begin with: the book's own, or else the tool's.
  var starter: String { part("site/starter") }

  /// A folder of the book, or else the one of that name that comes with the tool.
  private func part(_ path: String) -> String {
    let own = root + "/" + path
    var folder = URL(fileURLWithPath: Self.buildFolder)
    while !FileManager.default.fileExists(atPath: own), folder.path != "/" {
      let candidate = folder.appendingPathComponent(path).path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return own
  }

  /// The folder that the site is written to unless the user says otherwise.
  var site: String { root + "/site/public" }

  /// The folder that this program was built into, with the runtime and the watcher beside it.
  static let buildFolder: String = {
    let program = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return program.resolvingSymlinksInPath().deletingLastPathComponent().path
  }()

  /// Reads the book, and prints what is wrong with it.
  ///
  /// - Throws: ``ExitStatus/failure`` where it has mistakes.
  func loadBook() throws -> Book {
    let loaded = BookLoader(root: root).load()
    try report(loaded.diagnostics)
    guard let book = loaded.book else { throw ExitStatus.failure }
    return book
  }

  /// Prints diagnostics and how many there are.
  ///
  /// - Throws: ``ExitStatus/failure`` where one of them is an error, or where any is there and `isStrict`.
  func report(_ diagnostics: [Diagnostic], isStrict: Bool = false) throws {
    guard !diagnostics.isEmpty else { return }
    DiagnosticPrinter(terminal: terminal).print(diagnostics)
    Terminal.complain(DiagnosticPrinter.count(diagnostics))
    if diagnostics.hasErrors || isStrict { throw ExitStatus.failure }
  }

  /// Finds the compiler and the runtime.
  ///
  /// - Throws: ``ExitStatus/failure`` where one is missing, after saying which.
  func tools(for book: BookSettings, usesCache: Bool = true) async throws -> ExampleTools {
    let environment = ProcessInfo.processInfo.environment
    let contain = Self.buildFolder + "/contain"
    guard FileManager.default.isExecutableFile(atPath: contain) else {
      Terminal.complain("quire: a part of quire is missing: \(contain); build it again")
      throw ExitStatus.internalFault
    }
    let runner = ProcessRunner(contain: contain)
    do {
      let toolchain = try await Toolchain.find(
        environment: environment, runner: runner, scratch: workspace + "/scratch")
      let runtime = try book.runtime.map {
        try RuntimeLibrary(buildFolder: Self.buildFolder, settings: $0)
      }
      var tools = ExampleTools(
        runner: runner, toolchain: toolchain, runtime: runtime, folder: workspace,
        environment: environment)
      tools.usesCache = usesCache
      tools.cores = ProcessInfo.processInfo.activeProcessorCount
      return tools
    } catch let problem as Toolchain.Problem {
      try report([problem.diagnostic])
    } catch let problem as RuntimeLibrary.Missing {
      try report([problem.diagnostic])
    }
    throw ExitStatus.failure
  }
}
