import Testing

@testable import SimKernel

/// The reader takes the values out of what a real kernel printed; the layout, fed with the values
/// alone, must print the same again, line by line.
@Suite("An oops of 6.1") struct Oops61Tests {
  /// Reads one report and prints it again.
  private func check(
    _ recording: String, _ print: (inout RecordingReader) throws -> [LogPiece]?
  ) throws {
    var reader = RecordingReader(recording)
    let printed = try #require(try print(&reader))
    let expected = RecordingReader(recording).rest.dropLast(reader.rest.count)
    #expect(lines(printed) == Array(expected))
  }

  @Test(
    "each oops is printed as it was recorded (linux-6.1, skeleton of every page fault)",
    arguments: [
      Recording.freedCode, Recording.freedTimer, Recording.freedWork, Recording.freedOwner,
      Recording.nullWrite, Recording.panicOnOops, Recording.eduOops, Recording.bug,
    ])
  func oops(recording: String) throws {
    try check(recording) { Oops61.oops(try $0.oops()).pieces }
  }

  @Test("the second oops since boot ends with the registers of the first (linux-6.1, 2c)")
  func secondOops() throws {
    var reader = RecordingReader(Recording.freedCode)
    let first = try reader.oops()
    try reader.skip("note: cat[95] exited with irqs disabled")
    let start = reader.rest
    let second = try reader.oops()
    #expect(lines(Oops61.oops(second).pieces) == Array(start.dropLast(reader.rest.count)))
    #expect(second.number == 2)
    #expect(second.summary?.registers == first.registers)
    #expect(second.registers != first.registers)
  }

  @Test("the first oops needs no summary: its own registers are printed twice")
  func firstOops() throws {
    var reader = RecordingReader(Recording.nullWrite)
    var report = try reader.oops()
    report.summary = nil
    let expected = RecordingReader(Recording.nullWrite).rest.dropLast(reader.rest.count)
    #expect(lines(Oops61.oops(report).pieces) == Array(expected))
  }

  @Test(
    "a non-canonical address and a division by zero have a line of their own (linux-6.1, 15)",
    arguments: [
      (
        OopsCause.generalProtection(address: 0xdead_0000_0000_0100),
        "general protection fault, probably for non-canonical address 0xdead000000000100: 0000 [#1]"
      ), (.divideError, "divide error: 0000 [#1]"), (.invalidOpcode, "invalid opcode: 0000 [#1]"),
    ])
  func otherTraps(cause: OopsCause, line: String) throws {
    var reader = RecordingReader(Recording.bug)
    var report = try reader.oops()
    report.cause = cause
    let printed = lines(Oops61.oops(report).pieces)
    #expect(printed.first == line + " PREEMPT SMP PTI")
    // What follows is what follows a BUG(), which has two lines before its own.
    let expected = RecordingReader(Recording.bug).rest.dropLast(reader.rest.count)
    #expect(Array(printed.dropFirst()) == Array(expected.dropFirst(3)))
  }

  @Test(
    "a warning is printed as it was recorded",
    arguments: [
      Recording.warning, Recording.initImbalance,
    ])
  func warning(recording: String) throws {
    try check(recording) { Oops61.warning(try $0.warning()) }
  }

  @Test("a worker's oops names its queue and the work (linux-6.1, 4b)")
  func work() throws {
    var reader = RecordingReader(Recording.freedWork)
    var report = try reader.oops()
    #expect(report.context.work?.function.address == 0xffff_ffff_c03e_9013)
    let symbol = CodeLocation.Symbol(name: "job", offset: 0, size: 16, module: "dwork")
    report.context.work?.function.symbol = symbol
    #expect(lines(Oops61.oops(report).pieces).contains("Workqueue: events job [dwork]"))
  }

  @Test("a page that is there sets bit 0 of the code (SEMANTICS 9.2, error code bits)")
  func protection() throws {
    var reader = RecordingReader(Recording.nullWrite)
    var report = try reader.oops()
    report.cause = .page(address: 0xffff_ffff_c045_6000, access: .write, isPresent: true)
    var printed = lines(Oops61.oops(report).pieces)
    #expect(printed[2] == "#PF: error_code(0x0003) - permissions violation")
    #expect(printed[4] == "Oops: 0003 [#1] PREEMPT SMP PTI")
    report.cause = .page(address: 0xffff_ffff_c045_6000, access: .execute, isPresent: true)
    printed = lines(Oops61.oops(report).pieces)
    #expect(
      printed[0] == "kernel tried to execute NX-protected page - exploit attempt? (uid: 0)")
    #expect(printed[3] == "#PF: error_code(0x0011) - permissions violation")
    #expect(lines(Oops24.oops(report).pieces)[5] == "Oops: 0001")
  }

  @Test("the levels: alarm for the address, the default for the rest, emergency for a panic")
  func levels() throws {
    var reader = RecordingReader(Recording.freedTimer)
    let pieces = Oops61.oops(try reader.oops()).pieces
    #expect(pieces.prefix(5).map(\.level) == [.alert, .alert, .alert, .info, .warning])
    #expect(pieces.dropFirst(5).allSatisfy { $0.level == .warning })
    #expect(Oops61.panic(try reader.panic()).allSatisfy { $0.level == .emergency })
  }
}
