internal import ArgumentParser
internal import BookHTML
internal import BookModel
internal import Foundation

/// `quire clean`: away with everything that can be made again.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove the site and what is known from earlier runs.",
    discussion: """
      Chapters, examples and your changes to them are not touched, and neither are files in the \
      site's folder that quire did not write.
      """)

  @OptionGroup var book: BookOptions

  func run() throws {
    let workshop = Workshop(root: book.root)
    guard FileManager.default.fileExists(atPath: workshop.root + "/chapters/SUMMARY.md") else {
      Terminal.complain("quire: \(workshop.root) holds no book, so nothing was removed")
      throw ExitStatus.wrongUsage
    }
    try removeSite(workshop)
    try removeWorkspace(workshop)
  }

  private func removeSite(_ workshop: Workshop) throws {
    do throws(SiteWriteError) {
      let removed = try SiteWriter(directory: workshop.site).remove()
      if removed { workshop.terminal.say("removed the site in \(workshop.site)") }
    } catch {
      try workshop.report([error.diagnostic])
    }
  }

  private func removeWorkspace(_ workshop: Workshop) throws {
    guard FileManager.default.fileExists(atPath: workshop.workspace) else { return }
    do {
      try FileManager.default.removeItem(atPath: workshop.workspace)
      workshop.terminal.say("removed \(workshop.workspace)")
    } catch {
      Terminal.complain(
        "quire: \(workshop.workspace) cannot be removed: \(error.localizedDescription)")
      throw ExitStatus.failure
    }
  }
}
