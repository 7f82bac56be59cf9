internal import ArgumentParser
internal import BookModel
internal import BookPipeline

/// `quire check`: what is wrong with a book, without running anything of it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check links, anchors, pictures, headings and fences.",
    discussion: "Nothing is compiled and nothing is run; `quire test` does that.")

  @OptionGroup var book: BookOptions

  @Flag(help: "Take warnings for errors.")
  var strict = false

  func run() throws {
    let workshop = Workshop(root: book.root)
    let loaded = BookLoader(root: workshop.root).load()
    let checks = loaded.book.map { BookCheck.diagnostics(for: $0, root: workshop.root) } ?? []
    try workshop.report(loaded.diagnostics + checks, isStrict: strict)
    guard let book = loaded.book else { throw ExitStatus.failure }
    workshop.terminal.say(
      book.chapters.count.counted("chapter") + " and "
        + book.examples.count.counted("example") + ", nothing to mend")
  }
}
