/// The parts that the reports of 6.1 are put together from.
///
/// C: `arch/x86/kernel/dumpstack.c`, `lib/dump_stack.c`, `arch/x86/kernel/process_64.c`.
enum Dump61 {
  static let cutHere = "------------[ cut here ]------------\n"
  /// The number told machines apart until nobody counted on it; since 5.16 it is 0.
  static let endMarker = "---[ end trace 0000000000000000 ]---\n"

  /// C: `dump_stack_print_info`.
  static func printContext(_ context: DumpContext, in text: inout LogText) {
    let build = context.build
    text.print(
      "CPU: \(context.processor) PID: \(context.process.pid) Comm: \(context.process.name) "
        + "\(context.taint) \(build.release) \(build.version) \(build.package)\n")
    if let hardware = build.hardware { text.print("Hardware name: \(hardware)\n") }
    if let work = context.work {
      text.print("Workqueue: \(work.queue) \(work.function.nameText)\n")
    }
  }

  /// C: `print_modules`.
  static func modules(_ modules: LinkedModules) -> String {
    var text = "Modules linked in:" + modules.entries.map { " " + $0.text }.joined()
    if let last = modules.lastUnloaded { text += " [last unloaded: \(last.text)]" }
    return text + "\n"
  }

  /// The control registers are shown where the dump is about the processor's own registers, not
  /// about some that lie on its stack.
  ///
  /// C: `__show_regs`.
  static func printRegisters(
    _ registers: RegisterDump, _ control: ControlRegisters? = nil, in text: inout LogText
  ) {
    let isUser = registers.isUser
    let location = isUser ? "0x" + registers.location.address.hex() : registers.location.text
    text.print("RIP: \(isUser ? "0033" : "0010"):\(location)\n")
    if let bytes = registers.code { text.print(code(bytes, at: registers.location.address)) }
    var line = "RSP: \(isUser ? "002b" : "0018"):\(registers.stackPointer.hex(16))"
    line += " EFLAGS: \(registers.flags.hex(8))"
    if let call = registers.systemCall { line += " ORIG_RAX: \(call.hex(16))" }
    text.print(line + "\n")
    let names = [
      "RAX", "RBX", "RCX", "RDX", "RSI", "RDI", "RBP", "R08", "R09", "R10", "R11", "R12", "R13",
      "R14", "R15",
    ]
    for row in stride(from: 0, to: names.count, by: 3) {
      let words = (row..<row + 3).map { "\(names[$0]): \(registers.general($0).hex(16))" }
      text.print(words.joined(separator: " ") + "\n")
    }
    if let control { printControl(control, in: &text) }
  }

  private static func printControl(_ control: ControlRegisters, in text: inout LogText) {
    text.print(
      "FS:  \(control.fs.hex(16))(0000) GS:\(control.gs.hex(16))(0000) "
        + "knlGS:\(control.kernelGS.hex(16))\n")
    text.print("CS:  0010 DS: 0000 ES: 0000 CR0: \(control.cr0.hex(16))\n")
    text.print(
      "CR2: \(control.cr2.hex(16)) CR3: \(control.cr3.hex(16)) CR4: \(control.cr4.hex(16))\n")
  }

  /// 64 bytes, 42 of them before the instruction, which stands in angle brackets: all or none.
  ///
  /// C: `show_opcodes`.
  private static func code(_ code: CodeBytes, at instruction: UInt64) -> String {
    let start = instruction &- 42
    guard let bytes = code.bytes(at: start, count: 64) else {
      return "Code: Unable to access opcode bytes at 0x\(start.hex()).\n"
    }
    let words = bytes.enumerated().map { index, byte in
      index == 42 ? "<\(UInt64(byte).hex(2))>" : UInt64(byte).hex(2)
    }
    return "Code: " + words.joined(separator: " ") + "\n"
  }

  /// C: `show_trace_log_lvl`.
  static func printTrace(_ entries: [CallTraceEntry], in text: inout LogText) {
    text.print("Call Trace:\n")
    for entry in entries {
      switch entry {
      case .begin(let stack): text.print(" <\(stack.rawValue)>\n")
      case .end(let stack): text.print(" </\(stack.rawValue)>\n")
      case .frame(let location, let isReliable):
        text.print(" \(isReliable ? "" : "? ")\(location.text)\n")
      case .registers(let registers): printRegisters(registers, in: &text)
      }
    }
  }
}
