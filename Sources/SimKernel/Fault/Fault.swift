/// An access or an instruction that the processor refused, with everything that it knew at that
/// moment.
struct Fault {
  enum Cause: Equatable {
    /// A page that is not there was read, written or executed.
    case page(Address, isWrite: Bool)
    /// The bytes at the instruction pointer are no instruction: execution came into the middle of a
    /// function.
    case invalidOpcode
  }

  let cause: Cause
  let state: ProcessorState
}

/// Why a function of the kernel did not come to its end.
enum Trap: Error {
  /// It returns an error to its caller.
  case errno(Errno)
  /// The processor refused an instruction; whoever is running dies of it.
  case fault(Fault)
}

/// What an oops prints about the processor: registers, stack, and who was running.
struct ProcessorState {
  var cpu: Int
  var instructionPointer: Address
  var flags: UInt32
  /// The general registers in the order in which 2.4 prints them: eax, ebx, ecx, edx, esi, edi,
  /// ebp.
  var registers: [UInt32]
  var stackPointer: Address
  /// The words from the stack pointer to the end of the stack.
  var stack: [UInt32]
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
