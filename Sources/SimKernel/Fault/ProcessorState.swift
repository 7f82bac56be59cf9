/// What an oops prints about the processor, taken at the instruction that faulted: registers, stack,
/// and who called whom.
struct ProcessorState {
  /// Who was running, on what kernel.
  var context: DumpContext
  var registers: RegisterDump
  /// The words from the stack pointer to the end of the stack.
  var stack: [UInt64]
  var trace: [CallTraceEntry]
  /// Where the process's page directory lies, in physical memory.
  var pageDirectory: UInt64
  /// The function that was executing, for the trace of the machine.
  var functionName: String
  var isInInterrupt: Bool
  /// What held preemption off.
  var preemptCount: Int
  var tookInterrupts: Bool
  /// The process was ending already.
  var isExiting: Bool
}
