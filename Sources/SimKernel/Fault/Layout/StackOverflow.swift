/// What a recursion without end comes to, in each generation.
///
/// On i386 the stack lies among the rest of memory with nothing between: it overwrites what lies
/// below it, until it comes to a page that is not there. There the processor cannot push what a page
/// fault pushes, which is a double fault.
extension Oops22 {
  /// The handler of a double fault would run on the same stack: the processor resets.
  ///
  /// C: `set_trap_gate(8, &double_fault)` (`arch/i386/kernel/traps.c`).
  static func stackOverflow(_ report: StackOverflowReport) -> StackOverflowEnd {
    EarlyDump.reset(report)
  }
}

extension Oops24 {
  /// As in 2.2.
  static func stackOverflow(_ report: StackOverflowReport) -> StackOverflowEnd {
    EarlyDump.reset(report)
  }
}

extension EarlyDump {
  /// The kernel says nothing: the line is the simulation's own, so that nobody searches in vain.
  fileprivate static func reset(_ report: StackOverflowReport) -> StackOverflowEnd {
    let process = report.oops.context.process
    var text = LogText()
    text.print(
      "\(process.name) (pid \(process.pid)): the kernel stack ran over, which this kernel does not "
        + "notice; the processor resets\n", .emergency)
    return StackOverflowEnd(log: text.pieces, words: "stack overflow: the processor resets")
  }
}

extension Oops26 {
  /// A double fault has a task of its own, with a stack of its own: it says so, and halts.
  ///
  /// C: `doublefault_fn` (`arch/x86/kernel/doublefault_32.c`).
  static func stackOverflow(_ report: StackOverflowReport) -> StackOverflowEnd {
    let registers = report.oops.registers
    let words = (0..<6).map { registers.general($0).hex(8) }
    let processor = UInt64(report.oops.context.processor)
    let descriptors = 0xc12b_5000 &+ processor * 0x1000
    let lines = [
      "PANIC: double fault, gdt at \(descriptors.hex(8)) [255 bytes]\n",
      "double fault, tss at \((descriptors &+ 0x2780).hex(8))\n",
      "eip = \(registers.location.address.hex(8)), esp = \(registers.stackPointer.hex(8))\n",
      "eax = \(words[0]), ebx = \(words[1]), ecx = \(words[2]), edx = \(words[3])\n",
      "esi = \(words[4]), edi = \(words[5])\n",
    ]
    var text = LogText()
    for line in lines { text.print(line, .emergency) }
    return StackOverflowEnd(log: text.pieces, words: "double fault")
  }
}

extension Oops61 {
  /// Below each stack there is a page that is not there.
  ///
  /// The handler counts as an interrupt, and therefore it is not the process that ends.
  ///
  /// C: `handle_stack_overflow`, `exc_double_fault` (`arch/x86/kernel/traps.c`), `oops_end`.
  static func stackOverflow(_ report: StackOverflowReport) -> StackOverflowEnd {
    var text = LogText()
    let (start, end) = (report.stack.lowerBound, report.stack.upperBound)
    text.print(
      "BUG: \(report.isInInterrupt ? "IRQ" : "TASK") stack guard page was hit at "
        + "\(hashed(report.address)) (stack is \(hashed(start))..\(hashed(end)))\n", .emergency)
    text.print("stack guard page: 0000 [#\(report.oops.number)]\(options(report.oops))\n")
    printBody(report.oops, in: &text)
    return StackOverflowEnd(
      log: text.pieces, words: "Fatal exception in interrupt", isPanic: true)
  }

  /// An address as a message shows it that must not tell where things lie: 32 bits, made of it by a
  /// secret that a real machine draws at boot.
  ///
  /// C: `%p`.
  private static func hashed(_ address: UInt64) -> String {
    UInt64(CRC32.checksum(of: address.hex(16))).hex(16)
  }
}
