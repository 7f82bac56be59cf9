/// Linux 6.1 on x86_64 when something goes wrong.
///
/// C: `arch/x86/mm/fault.c`, `arch/x86/kernel/dumpstack.c`.
enum Oops61: OopsLayout {
  static func oops(_ report: OopsReport) -> OopsText {
    var text = LogText()
    printCause(report, in: &text)
    var address: UInt64?
    if case .page(let touched, _, _) = report.cause { address = touched }
    printBody(report, touched: address, in: &text)
    return OopsText(pieces: text.pieces)
  }

  /// What follows the line that names the cause.
  static func printBody(
    _ report: OopsReport, touched address: UInt64? = nil, in text: inout LogText
  ) {
    Dump61.printContext(report.context, in: &text)
    Dump61.printRegisters(report.registers, report.control, in: &text)
    Dump61.printTrace(report.trace, in: &text)
    text.print(Dump61.modules(report.context.modules))
    if let address { text.print("CR2: \(address.hex(16))\n") }
    text.print(Dump61.endMarker)
    let summary = report.summary
    Dump61.printRegisters(
      summary?.registers ?? report.registers, summary?.control ?? report.control, in: &text)
  }

  /// What stands behind the number of an oops.
  static func options(_ report: OopsReport) -> String {
    report.context.build.options.map { " " + $0 }.joined()
  }

  private static func printCause(_ report: OopsReport, in text: inout LogText) {
    switch report.cause {
    case .page(let address, _, _): printFault(address, report, in: &text)
    case .bug(let file, let line):
      text.print(Dump61.cutHere)
      text.print("kernel BUG at \(file):\(line)!\n", .critical)
    case .invalidOpcode, .divideError, .generalProtection: break
    }
    let code = report.cause.errorCode(reportsFetches: true).hex(4)
    text.print("\(name(of: report.cause)): \(code) [#\(report.number)]\(options(report))\n")
  }

  private static func name(of cause: OopsCause) -> String {
    switch cause {
    case .page: "Oops"
    case .bug, .invalidOpcode: "invalid opcode"
    case .divideError: "divide error"
    case .generalProtection(let address):
      "general protection fault, probably for non-canonical address 0x\(address.hex())"
    }
  }

  /// C: `show_fault_oops`.
  private static func printFault(
    _ address: UInt64, _ report: OopsReport, in text: inout LogText
  ) {
    guard case .page(_, let access, let isPresent) = report.cause else { return }
    if isPresent, access == .execute {
      text.print(
        "kernel tried to execute NX-protected page - exploit attempt? "
          + "(uid: \(report.context.process.uid))\n", .critical)
    }
    let what =
      address < 4096
      ? "kernel NULL pointer dereference, address" : "unable to handle page fault for address"
    text.print("BUG: \(what): \(address.hex(16))\n", .alert)
    let kind =
      switch access {
      case .read: "read access"
      case .write: "write access"
      case .execute: "instruction fetch"
      }
    text.print("#PF: supervisor \(kind) in kernel mode\n", .alert)
    let code = report.cause.errorCode(reportsFetches: true).hex(4)
    text.print(
      "#PF: error_code(0x\(code)) - \(isPresent ? "permissions violation" : "not-present page")\n",
      .alert)
    printPageTable(report.pageTable, in: &text)
  }

  /// The last level is printed with nothing behind it, each other one with a blank.
  ///
  /// C: `dump_pagetable`.
  private static func printPageTable(_ entries: [UInt64], in text: inout LogText) {
    let names = ["PGD", "P4D", "PUD", "PMD", "PTE"]
    let words = zip(names, entries).map { "\($0) \($1.hex())" }.joined(separator: " ")
    text.print(words + (entries.count < names.count ? " \n" : "\n"), .info)
  }
}
