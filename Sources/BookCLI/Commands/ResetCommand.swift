internal import ArgumentParser
internal import BookModel
internal import ExampleRunner

/// `quire reset`: the book's version of an example again.
struct ResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Give back the book's version of an example.",
    discussion: "Your version of each file is kept beside it, with .mine at the end of its name.")

  @OptionGroup var book: BookOptions

  @Argument(help: "The name of the example.")
  var example: String

  func run() throws {
    let workshop = Workshop(root: book.root)
    let loaded = try workshop.loadBook()
    guard let found = loaded.examples.first(where: { $0.name == example }) else {
      Terminal.complain(
        "quire: no example is called '\(example)'", meaning: example,
        of: loaded.examples.map(\.name))
      throw ExitStatus.wrongUsage
    }
    let tangler = Tangler(book: workshop.root, settings: loaded.settings)
    try TangleReport(workshop: workshop).print(tangler.reset(found))
  }
}
