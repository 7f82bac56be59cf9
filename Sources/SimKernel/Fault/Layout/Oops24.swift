/// Linux 2.4.20 on i386 when something goes wrong.
///
/// C: `arch/i386/mm/fault.c`, `arch/i386/kernel/traps.c`.
enum Oops24: OopsLayout {
  static func oops(_ report: OopsReport) -> OopsText {
    var text = LogText()
    printCause(report, in: &text)
    let taint = "    " + report.context.taint
    text.print(EarlyDump.registers(report, taint: taint))
    let process = report.context.process
    text.print(
      "Process \(process.name) (pid: \(process.pid), "
        + "stackpage=\(EarlyDump.stackPage(process)))\n")
    text.print(EarlyDump.stack(report.stack) + "\n")
    text.print(trace(report.trace))
    text.print("\nCode: " + code(report.registers) + "\n")
    return OopsText(pieces: text.pieces)
  }

  private static func printCause(_ report: OopsReport, in text: inout LogText) {
    switch report.cause {
    case .page(let address, _, _):
      text.print(EarlyDump.address(address), .alert)
      text.print(" printing eip:\n\(report.registers.location.address.hex(8))\n")
      EarlyDump.pageTable(report.pageTable, in: &text)
    case .bug(let file, let line):
      text.print("kernel BUG at \(file):\(line)!\n")
    case .invalidOpcode, .divideError, .generalProtection:
      break
    }
    let code = report.cause.errorCode(reportsFetches: false)
    text.print("\(EarlyDump.name(of: report.cause)): \(code.hex(4))\n")
  }

  /// The kernel counts from one: five addresses on the first line, six on each that follows.
  ///
  /// C: `show_trace`.
  static func trace(_ entries: [CallTraceEntry]) -> String {
    var text = "Call Trace:   "
    for (index, address) in entries.compactMap(\.address).enumerated() {
      if (index + 1) % 6 == 0 { text += "\n " }
      text += " [<\(address.hex(8))>]"
    }
    return text + "\n"
  }

  /// Where a byte cannot be read, the kernel says so and stops.
  private static func code(_ registers: RegisterDump) -> String {
    var text = ""
    for offset in 0..<EarlyDump.codeBytes {
      guard let byte = registers.code?.byte(at: registers.location.address &+ offset) else {
        return text + " Bad EIP value."
      }
      text += UInt64(byte).hex(2) + " "
    }
    return text
  }
}
