import Testing

@testable import SimKernel

@Suite("An oops of 2.2") struct Oops22Tests {
  private let registers = [
    "CPU:    0", "EIP:    0010:[<c8800060>]", "EFLAGS: 00010286",
    "eax: 00000001   ebx: 00000002   ecx: 00000003   edx: 00000004",
    "esi: 00000005   edi: 00000006   ebp: 00000007   esp: c3a05f28",
    "ds: 0018   es: 0018   ss: 0018",
    "Process cat (pid: 42, process nr: 17, stackpage=c3a05000)",
  ]
  private let trace = [
    "Call Trace: [<c0100000>] [<c0100001>] [<c0100002>] [<c0100003>] [<c0100004>] [<c0100005>] "
      + "[<c0100006>] ",
    "       [<c0100007>] [<c0100008>] ",
  ]
  private let address = [
    "Unable to handle kernel paging request at virtual address c8800060",
    "current->tss.cr3 = 03642000, %cr3 = 03642000", "*pde = 0127d067", "*pte = 00000000",
  ]

  @Test(
    "where the code is gone, the text stops at Code: and the dump has faulted (SEMANTICS 9.2, 2.2.1)"
  )
  func freedCode() {
    let text = Oops22.oops(Early.report())
    #expect(
      lines(text.pieces) == address + ["Oops: 0000"] + registers + Early.stack + trace + ["Code: "])
    #expect(text.interruption == .faultedReading(0xc880_0060))
  }

  @Test("the second fault goes on in the same line, its level in plain text (SEMANTICS 9.2, 2.2.1)")
  func nested() {
    var second = Early.report(cause: .page(address: 0xc880_0060, access: .read))
    second.depth = 2
    second.registers.code = CodeBytes(start: 0xc880_0060, bytes: Array(repeating: 0x90, count: 20))
    let text = Oops22.oops(second)
    let all = lines(Oops22.oops(Early.report()).pieces + text.pieces)
    #expect(
      all.contains(
        "Code: <1>Unable to handle kernel paging request at virtual address c8800060"))
    #expect(all.last == "Code: " + String(repeating: "90 ", count: 20))
    #expect(text.interruption == nil)
  }

  @Test("with two processors the second fault waits for its own lock (SEMANTICS 9.2, 2.2 SMP)")
  func locked() {
    var second = Early.report(cause: .page(address: 0xc880_0060, access: .read))
    second.depth = 2
    second.context.build.options = ["SMP"]
    let text = Oops22.oops(second)
    #expect(lines(text.pieces) == ["<1>" + address[0]] + address.dropFirst())
    #expect(text.interruption == .waitsForItself)
  }

  @Test("where only some of the bytes are there, the dump faults at the first that is not")
  func partOfTheCode() {
    let text = Oops22.oops(Early.readable(2))
    #expect(lines(text.pieces).last == "Code: 00 01 ")
    #expect(text.interruption == .faultedReading(0xc880_0062))
    #expect(Oops22.oops(Early.readable(20)).interruption == nil)
  }

  @Test("a NULL pointer, a write, and no page table (SEMANTICS 9.2: NULL pointer, error code)")
  func nullWrite() {
    var report = Early.report(cause: .page(address: 0, access: .write))
    report.pageTable = [0]
    let printed = lines(Oops22.oops(report).pieces)
    #expect(
      printed[0] == "Unable to handle kernel NULL pointer dereference at virtual address 00000000")
    #expect(printed[2] == "*pde = 00000000")
    #expect(printed[3] == "Oops: 0002")
  }

  @Test("the address lines are alarms (SEMANTICS 9.2)")
  func levels() {
    let levels = Oops22.oops(Early.report()).pieces.map(\.level)
    #expect(levels.prefix(4).allSatisfy { $0 == .alert })
    #expect(levels.dropFirst(4).allSatisfy { $0 == .warning })
  }
}
