/// Linux 2.2.1 on i386 when something goes wrong.
///
/// C: `arch/i386/mm/fault.c`, `arch/i386/kernel/traps.c`.
enum Oops22: OopsLayout {
  /// The bytes of code are read with nothing that would catch a fault.
  ///
  /// Where they are not there, the text stops in the middle of a line, and what follows is the oops
  /// of that second fault. With more than one processor it gets no further than `die`, which waits
  /// for its own lock.
  static func oops(_ report: OopsReport) -> OopsText {
    var text = LogText()
    if report.depth > 1 { text = LogText(goingOnIn: .warning) }
    if case .page(let address, _, _) = report.cause { printAddress(address, report, in: &text) }
    if report.depth > 1, report.context.build.options.contains("SMP") {
      return OopsText(pieces: text.pieces, interruption: .waitsForItself)
    }
    let code = report.cause.errorCode(reportsFetches: false)
    text.print("\(EarlyDump.name(of: report.cause)): \(code.hex(4))\n")
    text.print(EarlyDump.registers(report, taint: ""))
    let process = report.context.process
    text.print(
      "Process \(process.name) (pid: \(process.pid), process nr: \(process.number), "
        + "stackpage=\(EarlyDump.stackPage(process)))\n")
    text.print(EarlyDump.stack(report.stack))
    text.print("\nCall Trace: " + trace(report.trace))
    let hole = printCode(report.registers, in: &text)
    return OopsText(pieces: text.pieces, interruption: hole.map { .faultedReading($0) })
  }

  private static func printAddress(
    _ address: UInt64, _ report: OopsReport, in text: inout LogText
  ) {
    text.print(EarlyDump.address(address), .alert)
    let directory = report.pageDirectory.hex(8)
    text.print("current->tss.cr3 = \(directory), %cr3 = \(directory)\n", .alert)
    EarlyDump.pageTable(report.pageTable, in: &text)
  }

  /// The kernel counts from one: seven addresses on the first line, eight on each that follows.
  private static func trace(_ entries: [CallTraceEntry]) -> String {
    var text = ""
    for (index, address) in entries.compactMap(\.address).enumerated() {
      if (index + 1) % 8 == 0 { text += "\n       " }
      text += "[<\(address.hex(8))>] "
    }
    return text
  }

  /// Prints the bytes one by one; returns the address of the first that is not there.
  private static func printCode(_ registers: RegisterDump, in text: inout LogText) -> UInt64? {
    text.print("\nCode: ")
    for offset in 0..<EarlyDump.codeBytes {
      let address = registers.location.address &+ offset
      guard let byte = registers.code?.byte(at: address) else { return address }
      text.print(UInt64(byte).hex(2) + " ")
    }
    text.print("\n")
    return nil
  }
}
