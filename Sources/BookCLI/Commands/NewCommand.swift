internal import ArgumentParser
internal import BookPipeline
internal import Foundation

/// `quire new`: the beginning of a book, a chapter or an example.
struct NewCommand: ParsableCommand {
  /// What can be begun.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case book, chapter, example
  }

  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a book, a chapter or an example.",
    discussion: """
      quire new book DIR        a folder with a book that builds and tests at once
      quire new chapter NAME    chapters/NAME.md, listed in SUMMARY.md
      quire new example NAME    a listing and a session at the end of a chapter

      Nothing that is there is overwritten.
      """)

  @OptionGroup var book: BookOptions

  @Option(help: "The chapter that the example goes into; without it, the last one.")
  var chapter: String?

  @Argument(help: "What to begin: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: Kind

  @Argument(help: "The folder of the book, or the name of the chapter or example.")
  var name: String

  func run() throws {
    let workshop = Workshop(root: book.root)
    do throws(ScaffoldError) {
      for path in try make(in: workshop) { workshop.terminal.say("wrote \(path)") }
    } catch {
      Terminal.complain("quire: \(error)")
      throw ExitStatus.failure
    }
    if kind == .book { workshop.terminal.say("next: quire test --book \(name)") }
  }

  private func make(in workshop: Workshop) throws(ScaffoldError) -> [String] {
    let starter = try Starter(directory: workshop.starter)
    let scaffold = Scaffold(root: workshop.root, starter: starter)
    switch kind {
    case .book:
      let folder = absolute(name, from: FileManager.default.currentDirectoryPath)
      return try Scaffold(root: folder, starter: starter).makeBook()
    case .chapter: return try scaffold.makeChapter(named: name)
    case .example:
      return try scaffold.makeExample(named: name, inChapter: chapter)
    }
  }
}
