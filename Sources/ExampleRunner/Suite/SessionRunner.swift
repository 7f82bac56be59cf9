internal import BookModel

/// Runs sessions with a compiled program, each only when nothing in the cache is as good.
struct SessionRunner: Sendable {
  /// A run, and whether it was done now.
  struct Outcome: Sendable {
    var result: ProcessResult
    var marks: [Transcript.Mark]
    var isCached: Bool
  }

  private static let records = "runs"

  var tools: ExampleTools
  var limits: RunLimits

  /// What an earlier run gave; nil where there was none.
  func cached(_ session: Session, key program: String) -> Outcome? {
    // A trace is written by a run, and by nothing else.
    guard tools.traceFile == nil else { return nil }
    let key = key(session, program)
    guard let run = tools.cache.value(Self.records, key, as: SessionRun.self) else { return nil }
    return run.result.map { Outcome(result: $0, marks: run.marks, isCached: true) }
  }

  /// Runs a session; `source` is the hash of the program's sources, which the program can ask for.
  func run(
    _ session: Session, executable: String, key program: String, source: String
  ) async throws(SystemFailure) -> Outcome {
    try await tools.scratch.withScratch { scratch throws(SystemFailure) in
      let work = scratch.folder("work")
      let records = scratch.folder("records")
      try work.create()
      try records.write("session", input(session))
      let result = try await tools.runner.run(
        request(session, executable, source: source, work: work, records: records))
      let lines = result.output.count { $0 == UInt8(ascii: "\n") }
      let marks = OutputMarks.read(records.read("marks") ?? [], lineCount: lines)
      if let run = SessionRun(result, marks: marks) {
        try tools.cache.store(Self.records, key(session, program), run)
      }
      return Outcome(result: result, marks: marks, isCached: false)
    }
  }

  private func input(_ session: Session) -> String {
    session.commands.map { $0.text + "\n" }.joined()
  }

  private func key(_ session: Session, _ program: String) -> String {
    BuildCache.key([program, input(session), "\(limits)"] + session.options.map(\.argument))
  }

  private func request(
    _ session: Session, _ executable: String, source: String, work: Folder, records: Folder
  ) -> ProcessRunner.Request {
    ProcessRunner.Request(
      program: executable,
      arguments: [records.path(of: "session")] + session.options.map(\.argument),
      environment: [
        "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "HOME=\(work.path)",
        "QUIRE_MARKS=\(records.path(of: "marks"))", "QUIRE_PROGRAM=\(source)",
        "SWIFT_BACKTRACE=enable=no",
      ] + (tools.traceFile.map { ["QUIRE_TRACE=\($0)", "QUIRE_TRACE_NAME=\(session.id)"] } ?? []),
      folder: work, records: records, limits: limits)
  }
}
