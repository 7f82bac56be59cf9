internal import ArgumentParser

/// The tool's command line: `quire SUBCOMMAND`.
struct BookCommand: AsyncParsableCommand {
  /// What `quire --help` says.
  static let configuration = CommandConfiguration(
    commandName: "quire",
    abstract: "Build, test and run an executable book.",
    discussion: """
      A book is a folder with chapters/SUMMARY.md, the chapters that it lists, and book.yml. \
      The code of its examples stands in the chapters; every listing is compiled, every session \
      is run, and the pages show what really came out.

      Begin with:
        quire build           run what changed, and write the site to site/public
        quire test chardev    run one example, and compare it with the chapter
        quire run chardev     run an example as it stands on disk, with your changes
        quire explore chardev run its sessions in every order in which they can happen

      The exit status is 0 when all is well, 1 when an example fails or the book has a mistake, \
      2 when the command line is wrong, and 70 when quire itself is at fault.
      """,
    subcommands: [
      BuildCommand.self, TestCommand.self, RunCommand.self, ExploreCommand.self,
      TangleCommand.self, CheckCommand.self, ResetCommand.self, NewCommand.self,
      CleanCommand.self,
    ])

}
