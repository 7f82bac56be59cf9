internal import BookModel
internal import Foundation

/// A folder that shows programs to the language server as it expects them on disk.
struct Workspace: Sendable {
  /// How the programs are compiled.
  struct Settings: Sendable {
    /// What the compiler needs to find the runtime's modules.
    var compilerArguments: [String]
    /// Where the compiler keeps the modules that it builds by itself.
    var moduleCache: String
  }

  /// A source file.
  struct File: Sendable {
    /// The example.
    var example: String
    /// Its name in the example.
    var name: String
    /// Where it lies.
    var url: URL
    /// What it says.
    var text: String
  }

  /// The folder.
  let root: URL
  /// The files, in the order of the book.
  private(set) var files: [File] = []

  /// Writes the files, and how they are compiled.
  init(examples: [Example], settings: Settings) throws {
    root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("quire-highlighting-\(UUID().uuidString)")
    do {
      var entries: [CompilationEntry] = []
      for (number, example) in examples.enumerated() {
        let folder = root.appendingPathComponent(String(number))
        let added = try write(example, to: folder)
        entries += CompilationEntry.entries(for: added, in: folder, settings)
        files += added
      }
      try JSONEncoder().encode(entries)
        .write(to: root.appendingPathComponent("compile_commands.json"))
    } catch {
      remove()
      throw error
    }
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: root) }

  private func write(_ example: Example, to folder: URL) throws -> [File] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try example.files.filter { !$0.name.contains("/") }.map { file in
      let url = folder.appendingPathComponent(file.name)
      try Data(file.text.utf8).write(to: url)
      return File(example: example.name, name: file.name, url: url, text: file.text)
    }
  }
}
