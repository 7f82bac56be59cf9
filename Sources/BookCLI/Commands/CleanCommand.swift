internal import ArgumentParser
internal import Foundation

/// `quire clean`: away with everything that can be made again.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove the site and what is known from earlier runs.",
    discussion: "Chapters, examples and your changes to them are not touched.")

  @OptionGroup var book: BookOptions

  func run() throws {
    let workshop = Workshop(root: book.root)
    for folder in [workshop.site, workshop.workspace]
    where FileManager.default.fileExists(atPath: folder) {
      do {
        try FileManager.default.removeItem(atPath: folder)
        workshop.terminal.say("removed \(folder)")
      } catch {
        Terminal.complain("quire: \(folder) cannot be removed: \(error.localizedDescription)")
        throw ExitStatus.failure
      }
    }
  }
}
