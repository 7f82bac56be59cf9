import ConformanceMachine
import Foundation
import Testing

@testable import ConformanceReplay

/// The recordings on the simulated machine (issue 3, item 7).
@Suite("Machine")
struct MachineTests {
  private static func replay(_ sessions: [RecordedSession]) -> Report {
    Replayer(makeMachine: SimulatedMachine.make).replay(sessions)
  }

  @Test("no step of a recorded boot differs on the simulated 6.1", arguments: Recordings.files)
  func nothingDiffers(file: String) throws {
    let report = Self.replay(try RecordingReader.sessions(inFile: file))
    #expect(report.conforms, "\(report.text(all: false))")
  }

  @Test("who gives back a symbol that there is not dies in __symbol_put, with preemption off")
  func symbolPut() throws {
    let steps = """
      {"n": 1, "process": "a", "op": "finit_module", "script": "", "args": ["symget.ko"], "ret": 0},
      {"n": 2, "process": "a", "op": "put", "script": "",
       "args": ["/sys/module/symget/parameters/cmd", "putgpl"],
       "process_died": {"killed_by_signal": 11, "signal_name": "SEGV", "wait_status": 11}}
      """
    let report = Self.replay([try Recordings.session(steps: steps)])
    guard case .differs(let differences)? = report.steps.last?.verdict else {
      Issue.record("it left no trace in the log")
      return
    }
    #expect(differences.map(\.subject) == ["log"])
    let log = differences.flatMap(\.came)
    for line in [
      "kernel BUG at kernel/module/main.c:784!", "RIP: 0010:__symbol_put", " set_cmd [symget]",
      "note: a[<pid>] exited with preempt_count 1",
    ] { #expect(log.contains(line)) }
  }

  @Test("exitleak's device outlives it: its major is taken, and who opens it is killed (README 8b)")
  func exitLeak() throws {
    let steps = """
      {"n": 1, "process": "a", "op": "finit_module", "script": "", "args": ["exitleak.ko", "major=240"],
       "ret": 0},
      {"n": 2, "process": "a", "op": "mknodat", "script": "", "args": ["/dev/x", "@exitleak", "0"],
       "ret": 0, "major": 240},
      {"n": 3, "process": "a", "op": "delete_module", "script": "", "args": ["exitleak", "0"],
       "ret": 0},
      {"n": 4, "process": "a", "op": "finit_module", "script": "", "args": ["exitleak.ko", "major=240"],
       "ret": -1, "errno": 16},
      {"n": 5, "process": "b", "op": "openat", "script": "", "args": ["A", "/dev/x", "O_RDONLY"],
       "process_died": {"killed_by_signal": 9, "signal_name": "KILL", "wait_status": 9}}
      """
    let report = Self.replay([try Recordings.session(steps: steps)])
    // What the kernel logged beside it is not written down there.
    for case .differs(let differences) in report.steps.map(\.verdict) {
      #expect(differences.map(\.subject) == ["log"])
    }
    #expect(report.steps.filter(\.isModelled).count == 5)
  }

  @Test("at least 90% of the recorded system calls are modelled by the simulated 6.1")
  func shareOfSystemCalls() throws {
    let report = Self.replay(try Recordings.sessions())
    #expect(Summary(of: report.steps.filter(\.isSystemCall)).modelledPercent >= 90)
  }

  @Test("the book's list of what is not modelled is the one that the command prints")
  func listInTheBook() throws {
    let page = URL(fileURLWithPath: Recordings.folder).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("chapters/90-what-is-not-modelled.md")
    let printed = NotModelledList.markdown(of: Self.replay(try Recordings.sessions()))
    #expect(try String(contentsOf: page, encoding: .utf8).hasSuffix("\n" + printed))
  }
}
