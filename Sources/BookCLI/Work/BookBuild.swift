internal import BookHTML
internal import BookModel
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
    let progress = ProgressPrinter(workshop.terminal)
    defer { progress.clear() }
    let tools = try await workshop.tools(for: book.settings)
    let result = await ExampleSuite(tools, settings: book.settings)
      .run(book.examples, onEvent: progress.report)
    progress.show(step: "colouring listings")
    let highlights = await highlighter(tools).highlight(book.examples)
    progress.clear()
    SuiteReport(result: result, terminal: workshop.terminal).print()
    if result.diagnostics.hasErrors { throw ExitStatus.failure }
    let rendering = try render(result.transcripts, highlights.tokens)
    try workshop.report(highlights.diagnostics + rendering.diagnostics, isStrict: isStrict)
    try write(rendering.site)
  }

  private func highlighter(_ tools: ExampleTools) -> Highlighter {
    let folder = (tools.toolchain.compiler as NSString).deletingLastPathComponent
    return Highlighter(
      server: folder + "/sourcekit-lsp", compilerArguments: tools.runtime?.moduleArguments ?? [],
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
      let pages = changes.written.count == 1 ? "1 file" : "\(changes.written.count) files"
      workshop.terminal.say("wrote \(pages), the book is at \(output)/index.html")
    } catch {
      try workshop.report([error.diagnostic])
    }
  }
}
