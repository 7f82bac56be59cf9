/// Everything that an oops can print; each generation prints its own part of it.
struct OopsReport: Hashable, Sendable {
  /// The registers that 6.1 prints again at the end: those of the first oops since boot, whichever
  /// this is.
  ///
  /// C: `exec_summary_regs`.
  struct Summary: Hashable, Sendable {
    var registers: RegisterDump
    var control: ControlRegisters?
  }

  var cause: OopsCause
  /// How many oopses there have been since boot, this one included.
  ///
  /// C: `die_counter`.
  var number = 1
  /// 1, or more if it happened while an oops was being printed on the same processor.
  ///
  /// C: `die.lock_owner_depth`.
  var depth = 1
  var context: DumpContext
  var registers: RegisterDump
  /// Only x86_64 prints them.
  var control: ControlRegisters?
  /// The words from the stack pointer to the end of the stack.
  var stack: [UInt64] = []
  var trace: [CallTraceEntry] = []
  /// The entries of the page tables for the address, from the top down to the first that is empty:
  /// two levels on i386, five on x86_64.
  var pageTable: [UInt64] = []
  /// What `%cr3` holds, and what the process's descriptor says it should.
  ///
  /// Only 2.2 prints them.
  var pageDirectory: UInt64 = 0
  /// Nil if this is the first oops.
  var summary: Summary?
}
