import Testing

@testable import SimKernel

@Suite("A dump of the stack that was asked for") struct StackDumpTests {
  private let dump = StackDump(
    context: Early.context, trace: [.frame(CodeLocation(address: 0xc010_0000))])

  @Test("2.2 has no such call; 2.4 shows addresses; 2.6 says who it is")
  func generations() {
    #expect(Oops22.dumpStack(dump) == nil)
    #expect(Oops24.dumpStack(dump).map(lines) == ["Call Trace:    [<c0100000>]"])
    #expect(
      Oops26.dumpStack(dump).map(lines) == [
        "Pid: 42, comm: cat Not tainted 2.6.24 #1", " [<c0100000>] 0xc0100000",
        " =======================",
      ])
  }

  @Test("6.1 prints it as it was recorded, inside of a complaint (linux-6.1, 14)")
  func recorded() throws {
    var reader = RecordingReader(Recording.atomicSleep)
    _ = try reader.line()
    _ = try reader.line()
    let expected = Array(reader.rest)
    #expect(Oops61.dumpStack(try reader.dump()).map(lines) == expected)
  }

  @Test("2.6.24 warns with a dump; before it nobody warns")
  func warning() throws {
    var reader = RecordingReader(Recording.warning)
    var report = try reader.warning()
    report.context = Early.context
    report.trace = dump.trace
    #expect(Oops22.warning(report) == nil)
    #expect(Oops24.warning(report) == nil)
    #expect(
      Oops26.warning(report).map(lines) == [
        "WARNING: at modules/oopser.c:19 boom.cold()", "Pid: 42, comm: cat Not tainted 2.6.24 #1",
        " [<c0100000>] 0xc0100000", " =======================",
      ])
  }
}
