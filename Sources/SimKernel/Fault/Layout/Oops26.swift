/// Linux 2.6.24 on i386 when something goes wrong.
///
/// C: `arch/x86/mm/fault_32.c`, `arch/x86/kernel/traps_32.c`.
enum Oops26: OopsLayout {
  static func oops(_ report: OopsReport) -> OopsText {
    var text = LogText()
    if case .page(let address, _, _) = report.cause { printAddress(address, report, in: &text) }
    guard report.depth < 3 else {
      text.print("Recursive die() failure, output suppressed\n", .emergency)
      return OopsText(pieces: text.pieces)
    }
    printName(report, in: &text)
    text.print(modules(report.context.modules))
    printRegisters(report, in: &text)
    let process = report.context.process
    text.print(
      "Process \(process.name) (pid: \(process.pid), ti=\(process.stackBase.hex(8)) "
        + "task=\(process.task.hex(8)) task.ti=\(process.stackBase.hex(8)))\n", .emergency)
    text.print(EarlyDump.stack(report.stack) + "\n", .emergency)
    text.print("Call Trace:\n", .emergency)
    printTrace(report.trace, .emergency, in: &text)
    text.print("Code: " + code(report.registers) + "\n", .emergency)
    let location = report.registers.location
    text.print(
      "EIP: [<\(location.address.hex(8))>] \(location.text) "
        + "SS:ESP 0068:\(report.registers.stackPointer.hex(8))\n", .emergency)
    return OopsText(pieces: text.pieces)
  }

  private static func printAddress(
    _ address: UInt64, _ report: OopsReport, in text: inout LogText
  ) {
    let what = address < 4096 ? "NULL pointer dereference" : "paging request"
    text.print(
      "BUG: unable to handle kernel \(what) at virtual address \(address.hex(8))\n", .alert)
    let entries = zip(["*pde", "*pte"], report.pageTable).map { "\($0) = \($1.hex(8)) " }.joined()
    let instruction = report.registers.location.address.hex(8)
    text.print("printing eip: \(instruction) \(entries)\n", .alert)
  }

  private static func printName(_ report: OopsReport, in text: inout LogText) {
    let name: String
    switch report.cause {
    case .page: name = "Oops"
    case .bug(let file, let line):
      text.print("------------[ cut here ]------------\n", .emergency)
      text.print("kernel BUG at \(file):\(line)!\n", .critical)
      name = "invalid opcode"
    case .invalidOpcode: name = "invalid opcode"
    case .divideError: name = "divide error"
    case .generalProtection: name = "general protection fault"
    }
    // The processors that 2.6.24 for i386 runs on here have no no-execute bit.
    let code = report.cause.errorCode(reportsFetches: false)
    let options = report.context.build.options.map { $0 + " " }.joined()
    text.print("\(name): \(code.hex(4)) [#\(report.number)] \(options)\n", .emergency)
  }

  /// C: `print_modules`.
  static func modules(_ modules: LinkedModules) -> String {
    "Modules linked in:" + modules.entries.map { " " + $0.text }.joined() + "\n"
  }

  /// C: `__show_registers`.
  private static func printRegisters(_ report: OopsReport, in text: inout LogText) {
    let context = report.context
    let registers = report.registers
    let words = (0..<7).map { registers.general($0).hex(8) }
    text.print("\n")
    text.print(
      "Pid: \(context.process.pid), comm: \(context.process.name) \(context.taint) "
        + "(\(context.build.release) \(context.build.version))\n")
    text.print(
      "EIP: 0060:[<\(registers.location.address.hex(8))>] EFLAGS: \(registers.flags.hex(8)) "
        + "CPU: \(context.processor)\n")
    text.print("EIP is at \(registers.location.text)\n")
    text.print("EAX: \(words[0]) EBX: \(words[1]) ECX: \(words[2]) EDX: \(words[3])\n")
    text.print(
      "ESI: \(words[4]) EDI: \(words[5]) EBP: \(words[6]) "
        + "ESP: \(registers.stackPointer.hex(8))\n")
    text.print(" DS: 007b ES: 007b FS: 00d8 GS: 0000 SS: 0068\n")
  }

  /// C: `show_trace_log_lvl`.
  static func printTrace(
    _ entries: [CallTraceEntry], _ level: LogLevel?, in text: inout LogText
  ) {
    for case .frame(let location, _) in entries {
      text.print(" [<\(location.address.hex(8))>] \(location.text)\n", level)
    }
    text.print(" =======================\n", level)
  }

  /// 64 bytes, 43 of them before the instruction, which stands in angle brackets.
  ///
  /// If the first cannot be read, the dump begins at the instruction.
  private static func code(_ registers: RegisterDump) -> String {
    let instruction = registers.location.address
    var start = instruction &- 43
    var count: UInt64 = 64
    if registers.code?.byte(at: start) == nil {
      start = instruction
      count = 64 - 43 + 1
    }
    var text = ""
    for address in (0..<count).map({ start &+ $0 }) {
      guard let byte = registers.code?.byte(at: address) else { return text + " Bad EIP value." }
      let digits = UInt64(byte).hex(2)
      text += address == instruction ? "<\(digits)> " : "\(digits) "
    }
    return text
  }
}
