/// What an oops prints about the processor: registers, stack, and who was running.
struct ProcessorState {
  var cpu: Int
  var instructionPointer: Address
  var flags: UInt64
  /// The general registers in the order in which 2.4 prints them: eax, ebx, ecx, edx, esi, edi,
  /// ebp.
  var registers: [UInt64]
  var stackPointer: Address
  /// The words from the stack pointer to the end of the stack.
  var stack: [UInt64]
  /// The name and number of the process whose stack it is.
  var processName: String
  var processID: Int
  var stackPage: Address
  /// The bytes at the instruction pointer; empty where they cannot be read.
  var code: [UInt8]
  /// The function that was executing, for the trace.
  var functionName: String
  var isInInterrupt: Bool
}
