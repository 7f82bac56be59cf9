import Testing

@testable import SimKernel

@Suite("Sleeping where nobody may") struct SchedulingTests {
  private var scene: SchedulingScene {
    let dump = StackDump(
      context: Early.context,
      trace: [
        .frame(
          CodeLocation(
            address: 0xc012_0b5c,
            symbol: .init(name: "schedule", offset: 0x10, size: 0x200, module: nil)))
      ])
    return SchedulingScene(isInInterrupt: true, preemptCount: 0x102, dump: dump)
  }

  @Test("2.2 writes to address 0, 2.4 is a BUG() (SEMANTICS 7, schedule)")
  func early() {
    let oldest = Oops22.schedule(scene)
    #expect(oldest.map { lines($0.log) } == ["Scheduling in interrupt"])
    #expect(oldest?.consequence == .writes(0))
    let old = Oops24.schedule(scene)
    #expect(old.map { lines($0.log) } == ["Scheduling in interrupt"])
    #expect(old?.consequence == .bug(file: "sched.c", line: 564))
  }

  @Test("before 2.6 only an interrupt counts; where sleeping is allowed nothing is said")
  func allowed() {
    var process = scene
    process.isInInterrupt = false
    #expect(Oops22.schedule(process) == nil)
    #expect(Oops24.schedule(process) == nil)
    #expect(Oops26.schedule(process) != nil)
    process.preemptCount = 1
    #expect(Oops26.schedule(process) == nil)
    #expect(Oops61.schedule(process) == nil)
    process.preemptCount = 2
    process.isExiting = true
    #expect(Oops26.schedule(process) == nil)
  }

  @Test("2.6.24 names the count before the process's number")
  func middle() {
    let complaint = Oops26.schedule(scene)
    #expect(
      complaint.map { lines($0.log) } == [
        "BUG: scheduling while atomic: cat/0x00000102/42",
        "Pid: 42, comm: cat Not tainted 2.6.24 #1", " [<c0120b5c>] schedule+0x10/0x200",
        " =======================",
      ])
    #expect(complaint?.consequence == .goesOn)
    #expect(complaint?.taintsWarned == false)
  }

  @Test(
    "6.1 prints it as it was recorded, and taints (linux-6.1, 14)",
    arguments: [
      Recording.atomicSleep, Recording.idleSleep,
    ])
  func late(recording: String) throws {
    var reader = RecordingReader(recording)
    let complaint = try #require(Oops61.schedule(try reader.scheduling()))
    let expected = RecordingReader(recording).rest.dropLast(reader.rest.count)
    #expect(lines(complaint.log) == Array(expected))
    #expect(complaint.taintsWarned)
  }

  @Test("the idle thread complains (linux-6.1, 14)")
  func idle() throws {
    var reader = RecordingReader(Recording.idleSleep)
    _ = try reader.scheduling()
    let expected = Array(reader.rest)
    #expect(Oops61.idleSleeps(try reader.idleSleeps()).map(lines) == expected)
    #expect(Oops22.idleSleeps(scene.dump) == nil)
  }

  @Test("a function that may sleep says where it was called (linux-6.1, 14, edu)")
  func sleepingCall() throws {
    var reader = RecordingReader(Recording.sleepingCall)
    let report = try reader.sleepingCall()
    #expect(
      Oops61.sleepingCall(report).map(lines) == Array(RecordingReader(Recording.sleepingCall).rest))
    #expect(
      Oops26.sleepingCall(report).map { lines($0)[1] } == "in_atomic():1, irqs_disabled():0")
    #expect(Oops24.sleepingCall(report) == nil)
  }

  @Test("an init or a timer that comes back otherwise than it went (linux-6.1, 14)")
  func imbalance() throws {
    var reader = RecordingReader(Recording.initImbalance)
    let message = try reader.warning().message
    let function = CodeLocation(
      address: 0, symbol: .init(name: "m_init", offset: 0, size: 0x1000, module: "asleep"))
    #expect(
      Imbalance.initCall(function, keptPreemptionOff: true, keptInterruptsOff: false) == message)
    #expect(
      Imbalance.initCall(function, keptPreemptionOff: false, keptInterruptsOff: false) == nil)
    let tick = CodeLocation(
      address: 0, symbol: .init(name: "tick", offset: 0, size: 0x5a, module: "asleep"))
    #expect(
      Imbalance.timer(tick, before: 0x101, after: 0)
        == "timer: tick+0x0/0x5a [asleep] preempt leak: 00000101 -> 00000000\n")
    #expect(Imbalance.timer(tick, before: 0x101, after: 0x101) == nil)
  }

  @Test("a task that waits for too long is shown (linux-6.1, 6c)")
  func hungTask() throws {
    var reader = RecordingReader(Recording.hungTask)
    let report = try reader.hungTask()
    #expect(Oops61.hungTask(report).map(lines) == Array(RecordingReader(Recording.hungTask).rest))
  }
}
