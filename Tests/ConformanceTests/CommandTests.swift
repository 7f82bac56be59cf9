import Foundation
import Testing

@testable import ConformanceReplay

/// The command as a person uses it.
@Suite("Command")
struct CommandTests {
  private func run(_ words: String..., in folder: String? = nil) -> (status: Int32, text: String) {
    var text = ""
    let command = ConformanceCommand(
      makeMachine: { first in
        guard first.boot == "s00_smoke" else { return nil }
        let files = Recordings.files.filter { $0.contains(first.family + "-s00_smoke") }
        let sessions = files.flatMap { (try? RecordingReader.sessions(inFile: $0)) ?? [] }
        return MirrorMachine(sessions)
      }, output: { text += $0 })
    let status = command.run(words, in: folder ?? Recordings.folder)
    return (status, text)
  }

  @Test("without a file the package's own recordings are replayed, and nothing differing exits 0")
  func ownRecordings() {
    let (status, text) = run()
    #expect(status == 0)
    #expect(text.contains("980 steps: 8 conform, 0 differ, 972 not modelled"))
  }

  @Test("a difference exits 1 and is shown line by line")
  func differing() throws {
    let files = Recordings.files.filter { $0.contains("debian-s00_smoke") }
    let text = try String(contentsOfFile: try #require(files.first), encoding: .utf8)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "conformance-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("changed.json")
    try text.replacing("hello: exit", with: "hello: bye").write(
      to: file, atomically: true, encoding: .utf8)
    let (status, report) = run(file.path)
    #expect(status == 1)
    #expect(report.contains("  #4 user: rmmod hello: differs\n"))
    #expect(report.contains("log: expected hello: bye, came hello: exit\n"))
  }

  @Test("the list of what is not modelled is Markdown, each reason with its steps and an example")
  func list() {
    let (status, text) = run("--not-modelled")
    #expect(status == 0)
    #expect(text.hasPrefix("- **"))
    #expect(text.contains(" steps**: "))
    #expect(text.contains("For example:\n  `sh uname -a; "))
    #expect(text.contains("2>/dev/null | head -1"))
  }

  @Test("an unknown option, a missing file and a folder without recordings exit 2, and say so")
  func wrongUse() {
    let option = run("--fast")
    #expect(option.status == 2 && option.text.hasPrefix("conformance: unknown option --fast"))
    let file = run("no-such.json")
    #expect(file.status == 2 && file.text.contains("no-such.json: cannot be read"))
    let folder = run(in: "/")
    #expect(folder.status == 2 && folder.text.contains("name the files to replay"))
    #expect(run("--help").status == 0)
  }

  @Test("lines that only one side has are shown with what stands next to them")
  func lineDiff() {
    let lines = LineDiff.text(
      expected: ["a", "b", "c", "d", "e", "f"], came: ["a", "b", "c", "D", "e", "f", "g"])
    #expect(lines == ["  b", "  c", "- d", "+ D", "  e", "  f", "+ g"])
  }
}
