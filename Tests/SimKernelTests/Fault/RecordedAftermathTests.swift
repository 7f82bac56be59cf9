import Testing

@testable import SimKernel

@Suite("What followed the oopses that were recorded") struct RecordedAftermathTests {
  /// What 6.1 prints when the scene of the oops at the beginning of a recording is told to it.
  private func check(
    _ recording: String, oopses: Int = 1, _ change: (inout FaultScene) -> Void = { _ in }
  ) throws {
    var reader = RecordingReader(recording)
    var after = Aftermath(outcome: .processStays)
    for index in 1...oopses {
      let report = try reader.oops()
      var scene = FaultScene(cause: report.cause, process: report.context.process)
      if index == oopses { change(&scene) }
      after = Oops61.aftermath(of: scene)
      if index < oopses {
        for line in lines(after.log) { try reader.skip(line) }
      }
    }
    var printed = lines(after.log)
    if case .panic(let text) = after.outcome {
      var end = reader
      let offset = try end.panic().offset
      printed += lines(Oops61.panic(PanicReport(text: text, offset: offset)))
    }
    #expect(printed == Array(reader.rest))
  }

  @Test(
    "a page fault leaves with interrupts off (linux-6.1, skeleton)",
    arguments: [
      Recording.nullWrite, Recording.freedWork, Recording.eduOops,
    ])
  func note(recording: String) throws { try check(recording) }

  @Test("a second fault while exiting is the end of it (linux-6.1, 2c)")
  func recursive() throws {
    try check(Recording.freedCode, oopses: 2) { $0.isExiting = true }
  }

  @Test("what held preemption off is said (linux-6.1, 8b)")
  func preemptCount() throws {
    try check(Recording.freedOwner) { $0.preemptCount = 1 }
  }

  @Test("BUG() leaves without a word (linux-6.1, 15)")
  func bug() throws { try check(Recording.bug) }

  @Test("in an interrupt: panic (linux-6.1, 3a)")
  func interrupt() throws {
    try check(Recording.freedTimer) { $0.isInInterrupt = true }
  }

  @Test("with oops=panic: panic, and no note (linux-6.1, 2e)")
  func panicOnOops() throws {
    try check(Recording.panicOnOops) { $0.panicsOnOops = true }
  }

  @Test("a kernel that lies where it was linked says so (edu)")
  func noOffset() throws {
    var reader = RecordingReader(Recording.eduPanic)
    let report = try reader.panic()
    #expect(report.offset == .disabled)
    #expect(lines(Oops61.panic(report)) == Array(RecordingReader(Recording.eduPanic).rest))
  }
}
