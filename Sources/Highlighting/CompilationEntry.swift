internal import Foundation

/// An entry of a compilation database, which is how build systems tell editors what they do.
struct CompilationEntry: Encodable {
  /// The folder that the command is given in.
  var directory: String
  /// The file that it is about.
  var file: String
  /// The command, in words.
  var arguments: [String]

  /// The entries of a program, which is one module: each file is compiled beside all the others.
  static func entries(
    for files: [Workspace.File], in folder: URL, _ settings: Workspace.Settings
  ) -> [Self] {
    let paths = files.map(\.url.path)
    // Only a file of this name may have statements at its top.
    let isScript = files.contains { $0.name == "main.swift" }
    let arguments =
      ["swiftc", "-module-name", "Example", "-swift-version", "6"]
      + ["-module-cache-path", settings.moduleCache] + (isScript ? [] : ["-parse-as-library"])
      + settings.compilerArguments + paths
    return paths.map { Self(directory: folder.path, file: $0, arguments: arguments) }
  }
}
