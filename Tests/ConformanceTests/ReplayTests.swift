import Testing

@testable import ConformanceReplay

/// The replay of every recording on a machine that does what was recorded.
@Suite("Replay")
struct ReplayTests {
  @Test("the package carries all 119 sessions with their 1,011 steps, one file for each boot")
  func allSessionsAreThere() throws {
    let sessions = try Recordings.sessions()
    #expect(sessions.count == 119)
    #expect(sessions.map(\.steps.count).reduce(0, +) == 1011)
    #expect(Boot.boots(of: sessions).count == Recordings.files.count)
  }

  @Test("the replay knows every operation and every field that was recorded")
  func everyStepIsUnderstood() throws {
    for step in try Recordings.sessions().flatMap(\.steps) {
      #expect(step.unknownFields.isEmpty, "\(step.script)")
      if case .unknown(let words) = StepParser.action(of: step) { Issue.record("\(words)") }
    }
  }

  @Test("a machine that does what was recorded differs nowhere", arguments: Recordings.files)
  func theRecordingConforms(file: String) throws {
    let sessions = try RecordingReader.sessions(inFile: file)
    let report = Replayer { _ in MirrorMachine(sessions) }.replay(sessions)
    let conforms = report.conforms
    #expect(conforms, "\(report.text(all: false))")
  }

  @Test("at least 90% of the recorded system calls are modelled (issue 3, item 7)")
  func shareOfSystemCalls() throws {
    let sessions = try Recordings.sessions()
    let boots = Dictionary(grouping: sessions) { "\($0.family)/\($0.boot)" }
    let report = Replayer { first in
      MirrorMachine(boots["\(first.family)/\(first.boot)"] ?? [])
    }.replay(sessions)
    #expect(Summary(of: report.steps.filter(\.isSystemCall)).modelledPercent >= 90)
  }
}
