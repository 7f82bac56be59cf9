internal import ArgumentParser
internal import BookHTML
internal import BookModel
internal import ExampleRunner
internal import Foundation
internal import Highlighting

/// `quire build`: from the chapters to the site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Run what changed, and write the site.",
    discussion: """
      Every listing is compiled, every session is run, and the pages show what came out. Where an \
      example does not do what its chapter says, nothing is written: the site that is there stays.
      """)

  @OptionGroup var book: BookOptions

  @Option(help: ArgumentHelp("The folder to write to; without it, site/public.", valueName: "dir"))
  var out: String?

  @Flag(help: "Take warnings for errors.")
  var strict = false

  func run() async throws {
    let workshop = Workshop(root: book.root)
    let loaded = try workshop.loadBook()
    let output = out.map { absolute($0, from: FileManager.default.currentDirectoryPath) }
    let build = BookBuild(
      workshop: workshop, book: loaded, output: output ?? workshop.site, isStrict: strict)
    try await build.run()
  }
}
