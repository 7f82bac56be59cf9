/// What the oopses of 2.2 and 2.4 have in common.
///
/// C: `show_registers` (`arch/i386/kernel/traps.c`).
enum EarlyDump {
  /// Bytes of code that are shown.
  ///
  /// C: the loop in `show_registers`.
  static let codeBytes: UInt64 = 20

  /// What the trap calls itself.
  static func name(of cause: OopsCause) -> String {
    switch cause {
    case .page: "Oops"
    case .bug, .invalidOpcode: "invalid operand"
    case .divideError: "divide error"
    case .generalProtection: "general protection fault"
    }
  }

  /// `Unable to handle kernel paging request at virtual address %08lx`.
  static func address(_ address: UInt64) -> String {
    let what = address < 4096 ? "NULL pointer dereference" : "paging request"
    return "Unable to handle kernel \(what) at virtual address \(address.hex(8))\n"
  }

  /// The page directory's entry, and the page table's where there is one.
  static func pageTable(_ entries: [UInt64], in text: inout LogText) {
    text.print("*pde = \((entries.first ?? 0).hex(8))\n", .alert)
    if entries.count > 1 { text.print("*pte = \(entries[1].hex(8))\n", .alert) }
  }

  /// The lines from `CPU:` to the segments; `taint` stands behind the address of the instruction.
  static func registers(_ report: OopsReport, taint: String) -> String {
    let registers = report.registers
    let words = (0..<7).map { registers.general($0).hex(8) }
    return """
      CPU:    \(report.context.processor)
      EIP:    0010:[<\(registers.location.address.hex(8))>]\(taint)
      EFLAGS: \(registers.flags.hex(8))
      eax: \(words[0])   ebx: \(words[1])   ecx: \(words[2])   edx: \(words[3])
      esi: \(words[4])   edi: \(words[5])   ebp: \(words[6])   esp: \(registers.stackPointer.hex(8))
      ds: 0018   es: 0018   ss: 0018

      """
  }

  /// At most 24 words, eight to a line.
  static func stack(_ words: [UInt64]) -> String {
    var text = "Stack: "
    for (index, word) in words.prefix(24).enumerated() {
      if index > 0, index % 8 == 0 { text += "\n       " }
      text += word.hex(8) + " "
    }
    return text
  }

  /// The process descriptor lies below its own stack, whose page is shown.
  static func stackPage(_ process: DumpContext.Process) -> String {
    (process.stackBase &+ 4096).hex(8)
  }
}
