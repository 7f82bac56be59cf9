internal import BookHTML
internal import BookModel
internal import BookPipeline
internal import ExampleRunner
internal import Foundation
internal import Highlighting

/// The way of a whole book: its examples are run, its listings coloured, its pages rendered and written.
struct BookBuild {
  let workshop: Workshop
  let book: Book
  /// The folder that the site is written to.
  let output: String
  let isStrict: Bool

  /// Builds the site, or says why not and leaves the old one as it is.
  func run() async throws {
    try checkOutput()
    try workshop.report(BookCheck.diagnostics(for: book, root: workshop.root), isStrict: isStrict)
    let progress = ProgressPrinter(workshop.terminal)
    defer { progress.clear() }
    let tools = try await workshop.tools(for: book.settings)
    let result = await ExampleSuite(tools, settings: book.settings)
      .run(book.examples, onEvent: progress.report)
    progress.show(step: "colouring listings")
    let highlights = await highlighter(tools).highlight(book.examples)
    progress.clear()
    SuiteReport(result: result, terminal: workshop.terminal).print()
    if result.diagnostics.hasErrors || isStrict && !result.diagnostics.isEmpty {
      throw ExitStatus.failure
    }
    let rendering = try render(result.transcripts, highlights.tokens)
    try workshop.report(highlights.diagnostics + rendering.diagnostics, isStrict: isStrict)
    try write(rendering.site)
  }

  /// Refuses a file, or a folder below one, before minutes of work: nothing of the user's is replaced.
  private func checkOutput() throws {
    var isFolder: ObjCBool = false
    var path = output
    while !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), path != "/" {
      path = (path as NSString).deletingLastPathComponent
    }
    guard !isFolder.boolValue else { return }
    let problem = Diagnostic(
      .error, at: SourceLocation(path: output),
      "the site cannot be written: \(path == output ? "this" : path) is a file, not a folder",
      help: "choose another folder with --out")
    try workshop.report([problem])
  }

  private func highlighter(_ tools: ExampleTools) -> Highlighter {
    let server = LanguageServerSearch.path(
      forCompiler: tools.toolchain.compiler, environment: tools.environment)
    return Highlighter(
      server: server, compilerArguments: tools.runtime?.moduleArguments ?? [],
      version: tools.toolchain.version + "\n" + (tools.runtime?.identity ?? ""),
      cacheDirectory: workshop.workspace + "/highlighting")
  }

  private func render(
    _ transcripts: [SessionID: Transcript], _ tokens: [SourceLocation: [SyntaxToken]]
  ) throws -> Rendering {
    do {
      let theme = try Theme(directory: workshop.theme)
      let renderer = HTMLRenderer(theme: theme, files: BookFiles(directory: workshop.root))
      return renderer.render(book, transcripts: transcripts, tokens: tokens)
    } catch {
      try workshop.report(error.diagnostics)
      throw ExitStatus.failure
    }
  }

  private func write(_ site: Site) throws {
    do {
      let changes = try SiteWriter(directory: output).write(site)
      let count = changes.written.count + changes.removed.count
      let what = count == 0 ? "nothing changed" : "wrote \(changes.written.count.counted("file"))"
      workshop.terminal.say("\(what), the book is at \(output)/index.html")
    } catch {
      try workshop.report([error.diagnostic])
    }
  }
}
