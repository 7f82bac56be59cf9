/// Who called whom, read from the words that lie on the stack.
///
/// Every word that points into code is shown. To 2.6 that is all that is known; 6.1 also knows which
/// of them are return addresses, as long as it knows the function that is running.
/// C: `show_trace` (2.4), `show_trace_log_lvl` (6.1).
extension Kernel {
  /// The call trace of a process; `isReliable` says whether the function that is running is known.
  func callTrace(of process: Process, isReliable: Bool = true) -> [CallTraceEntry] {
    let stack = process.stack
    guard version.chains.interruptEntry != nil else {
      return entries(of: stack, from: stack.stackPointer, to: stack.top, isReliable: true)
    }
    var trace: [CallTraceEntry] = []
    var start = stack.stackPointer
    if let entry = interruptEntry(on: stack), let slot = stack.frames[entry + 1].returnSlot {
      trace += [.begin(.interrupt)]
      trace += entries(of: stack, from: start, to: slot, isReliable: isReliable)
      trace += [.end(.interrupt), .begin(.task)]
      trace += entries(of: stack, from: slot, to: slot + wordBytes, isReliable: isReliable)
      start = stack.frames[entry].returnSlot.map { $0 + wordBytes } ?? stack.top
      if isReliable { trace += interrupted(below: entry, on: stack) }
    } else {
      trace += [.begin(.task)]
    }
    trace += entries(of: stack, from: start, to: stack.top, isReliable: isReliable)
    if isReliable, stack.hasUserMode { trace += [.registers(userRegisters(of: process))] }
    return trace + [.end(.task)]
  }

  /// The words of a part of the stack that point into code.
  private func entries(
    of stack: KernelStack, from start: Address, to end: Address, isReliable: Bool
  ) -> [CallTraceEntry] {
    let slots = Set(stack.frames.compactMap(\.returnSlot))
    var entries: [CallTraceEntry] = []
    for slot in stride(from: start.rawValue, to: end.rawValue, by: Int(wordBytes)) {
      let word = Address(memory.loadWord(Address(slot)) ?? 0)
      guard isText(word) else { continue }
      let isReturn = isReliable && slots.contains(Address(slot))
      entries.append(.frame(symbolise(word), isReliable: isReturn))
    }
    return entries
  }

  /// The newest function that an interrupt entered on the stack of the interrupted, if it has called
  /// another: that one has a stack of its own.
  private func interruptEntry(on stack: KernelStack) -> Int? {
    guard let function = version.chains.interruptEntry else { return nil }
    let address = version.text[function].address
    guard let index = stack.frames.lastIndex(where: { $0.code.address == address }),
      index + 1 < stack.frames.count
    else { return nil }
    return index
  }

  /// The registers of the function that was interrupted.
  private func interrupted(below entry: Int, on stack: KernelStack) -> [CallTraceEntry] {
    guard entry > 0 else { return [] }
    let frame = stack.frames[entry - 1]
    let instruction = frame.code.instruction(frame.instructions - 1)
    return [
      .registers(
        RegisterDump(
          location: symbolise(instruction), code: codeBytes(round: instruction),
          stackPointer: stack.frames[entry].callerStackPointer.rawValue, flags: 0x246, general: []))
    ]
  }

  /// A program that is ending has given its memory back, and nobody looks into one that does not run.
  ///
  /// What a program's registers were when it entered the kernel: a small static C program's, whose
  /// `syscall` lies here.
  private func userRegisters(of process: Process) -> RegisterDump {
    let instruction: UInt64 = 0x45_2009
    let systemCall: [UInt8] = [0x0f, 0x05]
    let before = Int(CodeBytes.before) - systemCall.count
    let after = Int(CodeBytes.after)
    let bytes: [UInt8] =
      Array(repeating: MachineCode.noOperation, count: before) + systemCall
      + Array(repeating: MachineCode.noOperation, count: after)
    let number = process.systemCall.flatMap { version.chains.numbers[$0] } ?? 0
    return RegisterDump(
      location: CodeLocation(address: instruction),
      code: process === current
        ? process.isExiting
          ? .unreadable : CodeBytes(start: instruction - CodeBytes.before, bytes: bytes)
        : nil,
      stackPointer: 0x7ffd_8a5d_b898, flags: 0x246, general: [~37, 0, instruction],
      isUser: true, systemCall: number)
  }
}
