import Foundation
import TestSupport
import Testing

/// A folder with a small book, the commands to give, and what they must print.
struct FixtureCase: CustomTestStringConvertible, Sendable {
  /// `pass/every-block`.
  var name: String

  private static let expectation = "expected-diagnostics.txt"
  private static let commandFile = "commands.txt"

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// The cases of one kind, by name.
  static func all(_ kind: String) -> [FixtureCase] {
    let path = folder.appending(path: kind).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { FixtureCase(name: "\(kind)/\($0)") }
  }

  private var source: URL { Self.folder.appending(path: name) }
  private func text(of file: String) -> String? {
    try? String(contentsOf: source.appending(path: file), encoding: .utf8)
  }

  /// What is typed, one command a line; `quire test` where the case does not say.
  var commands: [CommandLineText] {
    let lines = (text(of: Self.commandFile) ?? "quire test").split(separator: "\n")
    return lines.map { CommandLineText(String($0)) }
  }

  /// What the commands must print; empty where nothing was recorded.
  var expected: String { text(of: Self.expectation) ?? "" }

  /// Copies the book to a new folder.
  func copy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in try FileManager.default.contentsOfDirectory(atPath: source.path)
    where file != Self.expectation && file != Self.commandFile {
      try FileManager.default.copyItem(
        at: source.appending(path: file), to: folder.url.appending(path: file))
    }
    return folder
  }

  /// Keeps what the commands printed, for a person to look at.
  func record(_ text: String) throws {
    try text.write(
      to: source.appending(path: Self.expectation), atomically: true, encoding: .utf8)
  }
}
