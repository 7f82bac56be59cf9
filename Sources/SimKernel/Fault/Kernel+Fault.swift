/// How an instruction is refused: what the processor and the stack held at that moment is kept.
extension Kernel {
  /// The fault of the instruction that the current function is executing.
  func fault(_ cause: Fault.Cause) -> Trap {
    fault(cause, at: current.stack.instructionPointer)
  }

  /// The fault of an instruction at some address: a jump or a return has led there.
  func fault(_ cause: Fault.Cause, at instruction: Address) -> Trap {
    let cause = refusal(cause)
    let state = processorState(at: instruction)
    if case .page(let address, let access) = cause {
      record(
        .fault(address: address.rawValue, isWrite: access == .write, function: state.functionName))
    }
    return .fault(Fault(cause: cause, state: state))
  }

  /// Whether a pointer of this processor can hold an address: on x86_64 its upper 17 bits are alike.
  func isCanonical(_ address: Address) -> Bool {
    guard wordBytes == 8 else { return true }
    let upper = address.rawValue >> 47
    return upper == 0 || upper == 0x1_ffff
  }

  /// What the processor makes of an access: an address that is none has no page.
  private func refusal(_ cause: Fault.Cause) -> Fault.Cause {
    guard case .page(let address, _) = cause, !isCanonical(address) else { return cause }
    return .generalProtection(address)
  }

  /// What is known of the processor at an instruction of the function that is running.
  func processorState(at instruction: Address) -> ProcessorState {
    let stack = current.stack
    let values = processor.registers.newestFirst
    let registers = RegisterDump(
      location: symbolise(instruction), code: codeBytes(round: instruction),
      stackPointer: stack.stackPointer.rawValue, flags: isInInterrupt ? 0x0001_0282 : 0x0001_0286,
      general: values + [stack.stackPointer.rawValue &+ 0x28])
    return ProcessorState(
      context: dumpContext(), registers: registers, stack: stack.words(),
      trace: callTrace(of: current, isReliable: isText(instruction)),
      pageDirectory: pageDirectory(of: current),
      functionName: stack.current?.name ?? "", isInInterrupt: isInInterrupt,
      preemptCount: processor.preemptCount, tookInterrupts: processor.interruptsDisabled == 0,
      isExiting: current.isExiting)
  }

  /// The bytes of code round an instruction, as far as they are there.
  func codeBytes(round instruction: Address) -> CodeBytes {
    let start = instruction - CodeBytes.before
    let count = CodeBytes.before + CodeBytes.after
    return CodeBytes(
      start: start.rawValue,
      bytes: (0..<count).map { offset in
        let address = start + offset
        return version.text.contains(address)
          ? version.text.byte(at: address) : memory.load8(address)
      })
  }
}
