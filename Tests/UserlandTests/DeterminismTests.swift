import SimKernel
import Testing
import Userland

/// A driver and a task, with something of everything in them.
private final class Busy: Module {
  private var ticks = 0
  private lazy var task: TaskQueueEntry = TaskQueueEntry("count") { [unowned self] in
    ticks += 1
    if ticks % 50 == 0 { printk("busy: \(ticks)\n", .info) }
    queueTask(task, on: .timer)
  }
  private lazy var operations = FileOperations(
    read: { [unowned self] _, buffer async throws(Errno) in
      await scheduleTimeout(3)
      try await buffer.putUser(UInt8(ticks & 0x7f), at: 0)
      return ticks % 2
    })
  func initModule() async throws(Errno) {
    try registerChrdev(240, "busy", operations)
    try createProcReadEntry("busy") { [unowned self] page in page.print("\(ticks)\n") }
    queueTask(task, on: .timer)
  }
  func cleanupModule() async {}
}

@Suite("The same session, the same bytes") struct DeterminismTests {
  private static func run() throws -> (text: String, trace: [TraceRecord], outcome: RunOutcome) {
    let terminal = try Terminal(Busy.self)
    terminal.type(
      "insmod busy", "mknod /dev/busy c 240 0", "cat /dev/busy &", "cat /dev/busy > out &",
      "sleep 2", "cat /proc/busy /proc/modules /proc/devices", "ps", "tail -f /dev/busy &",
      "kill %1",
      "wait %2", "rmmod busy")
    return (terminal.text, terminal.kernel.trace.records, terminal.outcome)
  }

  @Test("three runs in one process are the same to the last word of the stack")
  func threeRuns() throws {
    let first = try Self.run()
    #expect(first.outcome == .panicked)
    #expect(first.text.contains("Stack: "))
    for _ in 0..<2 {
      let next = try Self.run()
      #expect(next.text == first.text)
      #expect(next.trace == first.trace)
    }
  }

  @Test("machines on several threads at once do not disturb one another")
  func threads() async throws {
    let first = try Self.run()
    let same = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          guard let next = try? Self.run() else { return false }
          return next.text == first.text && next.trace == first.trace
        }
      }
      return await group.allSatisfy { $0 }
    }
    #expect(same)
  }

  @Test("and so are three runs in three processes")
  func threeProcesses() async throws {
    var outputs: [[UInt8]] = []
    for _ in 0..<3 {
      let result = await #expect(
        processExitsWith: .success, observing: [\.standardOutputContent]
      ) {
        let run = try Self.run()
        print(run.text)
        for record in run.trace { print(record) }
      }
      outputs.append(try #require(result).standardOutputContent)
    }
    #expect(outputs[0].count > 10_000)
    // The testing library's own words, if any, come before the session.
    let sessions = outputs.map { bytes in
      String(decoding: bytes, as: UTF8.self).split(separator: "# insmod busy", maxSplits: 1).last
    }
    #expect(sessions[0] == sessions[1])
    #expect(sessions[1] == sessions[2])
  }
}
