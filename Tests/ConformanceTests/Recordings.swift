import Foundation
import Testing

@testable import ConformanceReplay

/// The recordings that the package carries.
enum Recordings {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

  /// The names of the files.
  static let files = (try? ConformanceCommand.recordings(from: folder)) ?? []

  /// The sessions of all files.
  static func sessions() throws -> [RecordedSession] {
    try files.flatMap { try RecordingReader.sessions(inFile: $0) }
  }

  /// One session from the JSON of its steps.
  static func session(steps: String) throws -> RecordedSession {
    let json = """
      [{"id": "debian/t/1", "boot": "t", "kernel": "6.1.0-56-amd64 (Debian)", "cpus": 2,
        "extra_boot_args": "", "proc_modules_before": {}, "steps": [\(steps)]}]
      """
    return try #require(try RecordingReader.sessions(in: json, named: "t.json").first)
  }

  /// The verdicts of a replay of `recorded` on a machine that does what `machine` says.
  static func verdicts(_ recorded: String, on machine: String) throws -> [Verdict] {
    let sessions = try [session(steps: recorded)]
    let mirror = MirrorMachine(try [session(steps: machine)])
    return Replayer { _ in mirror }.replay(sessions).steps.map(\.verdict)
  }
}
