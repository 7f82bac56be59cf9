import Testing

@testable import ConformanceReplay

/// How the replay's time goes.
@Suite("Pace")
struct PaceTests {
  private func advanced(_ steps: String) throws -> [Int] {
    let session = try Recordings.session(steps: steps)
    let machine = MirrorMachine([session], callTakes: 0)
    _ = Replayer { _ in machine }.replay([session])
    return machine.advanced
  }

  @Test("a sleep lasts as long as it says, and a call as long as it took")
  func durations() throws {
    let steps = """
      {"n": 1, "process": "a", "op": "close", "script": "close A", "args": ["A"], "ret": 0,
       "duration_ms": 31.6},
      {"n": 2, "op": "sleep", "script": "sleep 2300", "args": ["2300"]}
      """
    let times = try advanced(steps)
    #expect(times.filter { $0 > 0 } == [32, 2300])
  }

  @Test("a time that no recorder can have waited is cut: a step to an hour, a stamp to a day")
  func absurdTimes() throws {
    let steps = """
      {"n": 1, "process": "a", "op": "close", "script": "close A", "args": ["A"], "ret": 0,
       "duration_ms": 1e300},
      {"n": 2, "op": "sleep", "script": "sleep 9", "args": ["9223372036854775807"]},
      {"n": 3, "op": "sleep", "script": "sleep -1", "args": ["-1"]}
      """
    #expect(try advanced(steps).filter { $0 != 0 } == [86_400_000, 3_600_000])
  }

  @Test("a boot begins at its first line, and a step ends no earlier than its last line was logged")
  func lastLine() throws {
    let steps = """
      {"n": 1, "process": "a", "op": "close", "script": "close A", "args": ["A"], "ret": 0,
       "dmesg": ["[    5.000000] one"]},
      {"n": 2, "op": "sleep", "script": "sleep 100", "args": ["100"],
       "dmesg": ["[    5.130000] two"]},
      {"n": 3, "op": "sleep", "script": "sleep 100", "args": ["100"],
       "dmesg": ["[    5.140000] three"]}
      """
    let times = try advanced(steps)
    // The machine first waits until its clock shows what the real one did.
    #expect(times.filter { $0 > 0 } == [5000, 100, 30, 100])
  }

  @Test("missing steps of a boot are made up for: what must not be loaded is removed")
  func missingSteps() throws {
    let steps = { (number: Int, modules: String) in
      """
      [{"id": "debian/t/\(number)", "boot": "t", "kernel": "6.1", "cpus": 2,
        "extra_boot_args": "", "proc_modules_before": \(modules), "steps": [
        {"n": \(number), "process": "a", "op": "close", "script": "close A", "args": ["A"],
         "ret": 0, "modules_after": {"hello": {"line": "hello 16384 0 - Live 0x0 (OE)"}}}]}]
      """
    }
    let first = try RecordingReader.sessions(in: steps(1, "{}"), named: "t")
    let second = try RecordingReader.sessions(in: steps(9, "{\"hello\": null}"), named: "t")
    let machine = MirrorMachine(first + second)
    let report = Replayer { _ in machine }.replay(first + second)
    #expect(report.conforms)
    #expect(
      machine.begun.contains(.deleteModule(name: "hello", flags: [.force, .nonBlocking])))
    // Without the gap it is a difference.
    let next = try RecordingReader.sessions(in: steps(2, "{\"hello\": null}"), named: "t")
    let other = MirrorMachine(first + next)
    let verdicts = Replayer { _ in other }.replay(first + next).steps.map(\.verdict)
    guard case .differs(let differences)? = verdicts.last else {
      Issue.record("\(verdicts)")
      return
    }
    #expect(differences.map(\.subject) == ["modules before the session"])
  }
}
