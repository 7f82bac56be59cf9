internal import ArgumentParser
internal import BookModel
internal import ExampleRunner

/// `quire tangle`: the code of the chapters, as files that can be edited and run.
struct TangleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tangle", abstract: "Write the chapters' code to examples/.",
    discussion: """
      Every example gets a folder with its sources, its sessions and what they must print. A file \
      that you have changed there is left alone and named; `quire reset` gives back the book's \
      version of it.
      """)

  @OptionGroup var book: BookOptions

  @Flag(help: "Write nothing; fail where the folder is not what the chapters say.")
  var check = false

  func run() throws {
    let workshop = Workshop(root: book.root)
    let loaded = try workshop.loadBook()
    let tangler = Tangler(book: workshop.root, settings: loaded.settings)
    if check {
      try workshop.report(tangler.check(loaded.examples))
      workshop.terminal.say("examples/ is what the chapters say")
      return
    }
    try TangleReport(workshop: workshop).print(tangler.tangle(loaded.examples))
  }
}
