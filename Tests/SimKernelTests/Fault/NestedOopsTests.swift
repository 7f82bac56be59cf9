import Testing

@testable import SimKernel

@Suite("The oops within an oops of 2.2") struct NestedOopsTests {
  /// A process calls into a hole.
  private func call(processors: Int) throws -> (Bench, SimKernel.Process) {
    let bench = try Bench(.v2_2, mode: SchedulingMode(processors: processors))
    let process = try bench.start("caller") { system async throws(Errno) in
      try await system.call(.sysRead) { () async throws(Trap) in
        try system.kernel.callHandler(Architecture.i386.moduleAreaStart)
      }
    }
    bench.pass(ticks: 3)
    return (bench, process)
  }

  @Test(
    "the code cannot be read to be shown: a second oops, in show_registers (SEMANTICS 9.2: nested)")
  func nested() throws {
    let (bench, process) = try call(processors: 1)
    let second =
      "Code: <1>Unable to handle kernel paging request at virtual address c8800000"
    #expect(bench.log.contains(second))
    let text = bench.kernel.version.text[.showRegisters]
    let addresses = bench.log.compactMap { line in
      line.wholeMatch(of: #/EIP:    0010:\[<([0-9a-f]{8})>\]/#)
        .flatMap { UInt64($0.1, radix: 16) }
    }
    #expect(addresses.first == Architecture.i386.moduleAreaStart.rawValue)
    #expect(
      addresses.last.map { $0 >= text.address.rawValue && $0 < text.address.rawValue + text.size }
        == true)
    #expect(addresses.count == 2)
    #expect(process.exitStatus == Signal.SIGSEGV)
    #expect(try bench.load("next") == nil)
  }

  @Test(
    "with a second processor it waits for its own lock after the address lines (SEMANTICS 9.2: 2.2 SMP)"
  )
  func hangs() throws {
    let (bench, process) = try call(processors: 2)
    #expect(bench.log.last?.hasPrefix("*pte = ") == true)
    #expect(bench.log.count { $0.hasPrefix("Oops: ") } == 1)
    #expect(process.exitStatus == nil)
    #expect(process.processor != nil)
    #expect(try bench.load("next") == nil)
  }
}
