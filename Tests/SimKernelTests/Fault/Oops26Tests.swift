import Testing

@testable import SimKernel

@Suite("An oops of 2.6.24") struct Oops26Tests {
  private let head = [
    "Modules linked in: a b c(P)", "", "Pid: 42, comm: cat Not tainted (2.6.24 #1)",
    "EIP: 0060:[<c8800060>] EFLAGS: 00010286 CPU: 0", "EIP is at 0xc8800060",
    "EAX: 00000001 EBX: 00000002 ECX: 00000003 EDX: 00000004",
    "ESI: 00000005 EDI: 00000006 EBP: 00000007 ESP: c3a05f28",
    " DS: 007b ES: 007b FS: 00d8 GS: 0000 SS: 0068",
    "Process cat (pid: 42, ti=c3a04000 task=c3b01230 task.ti=c3a04000)",
  ]

  @Test("a jump into freed code (SEMANTICS 9.2, 2.6.24)")
  func freedCode() {
    var report = Early.report()
    report.trace = [
      .frame(
        CodeLocation(
          address: 0xc015_7d2c,
          symbol: .init(name: "vfs_read", offset: 0xa5, size: 0x150, module: nil)))
    ]
    let address = [
      "BUG: unable to handle kernel paging request at virtual address c8800060",
      "printing eip: c8800060 *pde = 0127d067 *pte = 00000000 ", "Oops: 0000 [#1] ",
    ]
    let tail = [
      "Call Trace:", " [<c0157d2c>] vfs_read+0xa5/0x150", " =======================",
      "Code:  Bad EIP value.", "EIP: [<c8800060>] 0xc8800060 SS:ESP 0068:c3a05f28",
    ]
    let text = Oops26.oops(report)
    #expect(lines(text.pieces) == address + head + Early.stack + tail)
    let levels = text.pieces.map(\.level)
    #expect(Array(levels.prefix(4)) == [.alert, .alert, .emergency, .warning])
    #expect(levels.suffix(9).allSatisfy { $0 == .emergency })
  }

  @Test("BUG() says where, then is an invalid opcode (SEMANTICS 9.2: BUG(), 2.6.24)")
  func bug() {
    let report = Early.report(cause: .bug(file: "kernel/timer.c", line: 402))
    let text = Oops26.oops(report)
    #expect(
      Array(lines(text.pieces).prefix(4)) == [
        "------------[ cut here ]------------", "kernel BUG at kernel/timer.c:402!",
        "invalid opcode: 0000 [#1] ", "Modules linked in: a b c(P)",
      ])
    #expect(text.pieces.prefix(2).map(\.level) == [.emergency, .critical])
  }

  @Test("what the kernel was built with stands behind the number (SEMANTICS 9.2)")
  func options() {
    var report = Early.report(cause: .page(address: 0x10, access: .write))
    report.context.build.options = ["PREEMPT", "SMP"]
    report.number = 3
    report.pageTable = [0]
    let printed = lines(Oops26.oops(report).pieces)
    #expect(printed[0].contains("kernel NULL pointer dereference at virtual address 00000010"))
    #expect(printed[1] == "printing eip: c8800060 *pde = 00000000 ")
    #expect(printed[2] == "Oops: 0002 [#3] PREEMPT SMP ")
  }

  @Test("the instruction stands in angle brackets, 43 bytes behind the first (SEMANTICS 9.2)")
  func code() {
    let whole = lines(Oops26.oops(Early.readable(64, before: 43)).pieces)
    let line = whole.first { $0.hasPrefix("Code:") }
    #expect(line?.contains(" 2a <2b> 2c ") == true)
    #expect(line?.split(separator: " ").count == 65)
    let half = lines(Oops26.oops(Early.readable(22)).pieces)
    #expect(half.first { $0.hasPrefix("Code:") }?.hasPrefix("Code: <00> 01 02 ") == true)
  }

  @Test("a third oops in the printing of the others is suppressed (SEMANTICS 9.2: third)")
  func recursion() {
    var report = Early.report()
    report.depth = 3
    let printed = lines(Oops26.oops(report).pieces)
    #expect(printed.count == 3)
    #expect(printed.last == "Recursive die() failure, output suppressed")
  }
}
