/// A command as it is typed: variables, the tool's name, arguments.
struct CommandLineText: Sendable {
  /// What stands for the book's folder, in commands and in what they print.
  static let place = "BOOK"
  /// What stands for the folder that the tool was built into.
  static let tool = "TOOL"

  var text: String

  init(_ text: String) { self.text = text }

  /// Runs it in a folder; gives what a terminal would show, the standard error output first.
  func transcript(in folder: String) async throws -> String {
    let words = text.replacing(Self.place, with: folder).split(separator: " ").map(String.init)
    let variables = words.prefix { $0 != "quire" }.map { $0.split(separator: "=", maxSplits: 1) }
    var tool = Tool(folder: folder)
    for pair in variables where pair.count == 2 {
      tool.environment[String(pair[0])] = String(pair[1])
    }
    let run = try await tool.run(Array(words.dropFirst(variables.count + 1)))
    let printed = (run.errors + run.output).replacing(folder, with: Self.place)
      .replacing(try Tool.program.get(), with: Self.tool)
    return "$ \(text)\n\(printed)[status \(run.status)]\n"
  }
}
