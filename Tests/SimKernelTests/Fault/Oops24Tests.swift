import Testing

@testable import SimKernel

@Suite("The text of an oops of 2.4") struct Oops24Tests {
  private let registers = [
    "CPU:    0", "EIP:    0010:[<c8800060>]    Not tainted", "EFLAGS: 00010286",
    "eax: 00000001   ebx: 00000002   ecx: 00000003   edx: 00000004",
    "esi: 00000005   edi: 00000006   ebp: 00000007   esp: c3a05f28",
    "ds: 0018   es: 0018   ss: 0018", "Process cat (pid: 42, stackpage=c3a05000)",
  ]
  private let trace = [
    "Call Trace:    [<c0100000>] [<c0100001>] [<c0100002>] [<c0100003>] [<c0100004>]",
    "  [<c0100005>] [<c0100006>] [<c0100007>] [<c0100008>]", "",
  ]

  @Test(
    "a jump into freed code is an ordinary read, and says Bad EIP value (SEMANTICS 9.2, 2.4.20)")
  func freedCode() {
    let text = Oops24.oops(Early.report())
    let address = [
      "Unable to handle kernel paging request at virtual address c8800060", " printing eip:",
      "c8800060", "*pde = 0127d067", "*pte = 00000000", "Oops: 0000",
    ]
    #expect(
      lines(text.pieces)
        == address + registers + Early.stack + trace + ["Code:  Bad EIP value."])
    #expect(text.interruption == nil)
    #expect(text.pieces.map(\.level).prefix(4) == [.alert, .warning, .warning, .alert])
  }

  @Test("BUG() says where, then is an invalid operand (SEMANTICS 9.2: BUG(), 2.4.20)")
  func bug() {
    let printed = lines(Oops24.oops(Early.report(cause: .bug(file: "sched.c", line: 564))).pieces)
    #expect(
      Array(printed.prefix(3)) == [
        "kernel BUG at sched.c:564!", "invalid operand: 0000", "CPU:    0",
      ])
  }

  @Test("code that can be read is shown from the instruction on, twenty bytes (SEMANTICS 9.2)")
  func code() {
    #expect(
      lines(Oops24.oops(Early.readable(30)).pieces).last
        == "Code: 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 ")
    #expect(lines(Oops24.oops(Early.readable(1)).pieces).last == "Code: 00  Bad EIP value.")
  }
}
