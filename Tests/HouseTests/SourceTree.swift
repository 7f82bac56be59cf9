import Foundation

/// The package's own sources, as text.
struct SourceTree {
  struct File {
    /// The path below `Sources`: `CommonMark/Parser.swift`.
    let path: String
    let text: String

    var target: String { String(path.prefix { $0 != "/" }) }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The modules that it imports: those named above its first declaration.
    var imports: Set<String> {
      var modules: Set<String> = []
      for line in lines {
        let words = line.split(separator: " ").map(String.init)
        guard let first = words.first, !first.hasPrefix("//"), !first.hasPrefix("#") else {
          continue
        }
        guard let index = words.firstIndex(of: "import"), index + 1 < words.count else { break }
        modules.insert(words[index + 1])
      }
      return modules
    }
  }

  let files: [File]

  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Reads every Swift file below `Sources`.
  init() throws {
    let root = Self.package.appendingPathComponent("Sources").path
    let paths = FileManager.default.subpaths(atPath: root) ?? []
    files = try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      File(path: path, text: try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8))
    }
  }

  func files(of targets: String...) -> [File] { files.filter { targets.contains($0.target) } }

  /// The files that import one of the modules.
  func importers(of modules: String...) -> [String] {
    files.filter { !$0.imports.isDisjoint(with: modules) }.map(\.path)
  }

  /// The files in which a text occurs outside comments, each with the line.
  func places(of text: String, in files: [File]? = nil) -> [String] {
    (files ?? self.files).flatMap { file in
      file.lines.enumerated().compactMap { index, line in
        let code = line.range(of: "//").map { line[..<$0.lowerBound] } ?? line
        return code.contains(text) ? "\(file.path):\(index + 1)" : nil
      }
    }
  }
}
