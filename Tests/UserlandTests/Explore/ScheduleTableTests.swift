import Testing

@testable import Explorer
@testable import SimKernel
@testable import Userland

@Suite("A schedule as a table") struct ScheduleTableTests {
  private func table(_ steps: [StepRecord]) -> [String] {
    ScheduleTable(steps, WatchedRun()).lines()
  }

  private func step(_ pid: Int, _ place: String?) -> StepRecord {
    StepRecord(choice: .run(pid: pid, cpu: 0), place: place, ways: 2, isPreemption: false)
  }

  @Test("It fits on a terminal of 80 columns, with as many processes as there are")
  func width() {
    for count in 1...9 {
      let steps = (0..<20).map {
        step(2 + $0 % count, "sys_delete_module: after the use count was looked at, before it goes")
      }
      for line in table(steps) { #expect(line.count <= 80, "\(count): \(line)") }
    }
  }

  @Test("What one does in one go is one row, and the last row stops nowhere")
  func rows() {
    let lines = table([step(2, "a"), step(2, "b"), step(3, "c"), step(2, "d")])
    #expect(lines.count == 4)
    #expect(lines[1].contains("stops in b"))
    #expect(!lines[1].contains("stops in a"))
    #expect(lines[2].contains("stops in c"))
    #expect(!lines[3].contains("stops"))
  }

  @Test("A word that is wider than its column is broken, and nothing of it is lost")
  func longWord() {
    let lines = table([step(2, String(repeating: "x", count: 100)), step(3, "b")])
    #expect(lines.joined().count { $0 == "x" } == 100)
    for line in lines { #expect(line.count <= 80) }
  }

  @Test("Ticks that come one after the other are counted")
  func ticks() {
    let run = WatchedRun()
    let steps = [StepRecord](
      repeating: StepRecord(choice: .tick(cpu: 0), place: nil, ways: 1, isPreemption: false),
      count: 91)
    let record = TraceRecord(
      sequence: 0, jiffies: 1, cpu: 0, pid: 0, isInInterrupt: true, event: .tick)
    for _ in steps { run.endStep(with: [record]) }
    let lines = ScheduleTable(steps, run).lines()
    #expect(lines.count == 2)
    #expect(lines[1].hasSuffix("91 ticks"))
  }

  @Test("A schedule without steps is a table without rows")
  func empty() { #expect(table([]).count == 1) }
}
