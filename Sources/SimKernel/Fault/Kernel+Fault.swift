extension Kernel {
  /// The fault of the instruction that the current function is executing.
  func fault(_ cause: Fault.Cause) -> Trap {
    fault(cause, at: current.stack.instructionPointer)
  }

  /// The fault of an instruction at some address: a jump or a return has led there.
  func fault(_ cause: Fault.Cause, at instruction: Address) -> Trap {
    let stack = current.stack
    let state = ProcessorState(
      cpu: processor.id, instructionPointer: instruction,
      flags: isInInterrupt ? 0x0001_0282 : 0x0001_0286,
      registers: processor.registers.newestFirst + [stack.stackPointer.rawValue &+ 0x28],
      stackPointer: stack.stackPointer, stack: stack.words(), processName: current.name,
      processID: current.pid, stackPage: stack.base + Address.pageSize,
      code: codeBytes(at: instruction), functionName: stack.current?.name ?? "",
      isInInterrupt: isInInterrupt)
    if case .page(let address, let access) = cause {
      record(
        .fault(address: address.rawValue, isWrite: access == .write, function: state.functionName))
    }
    return .fault(Fault(cause: cause, state: state))
  }

  /// Ends the process that is running, in the function where it faulted.
  ///
  /// C: `die`, `do_exit`.
  ///
  /// Comes back only when the machine is taken down; the caller then returns as fast as it can.
  func die(_ fault: Fault) async {
    if isInInterrupt { return dieInInterrupt(fault) }
    printOops(fault)
    // What the process had forbidden on this processor ends with it.
    processor.preemptCount = 0
    await exitAfterFault()
  }

  /// Ends the machine: the fault happened where there is no process to blame.
  ///
  /// C: `die`, `panic`.
  func dieInInterrupt(_ fault: Fault) {
    printOops(fault)
    panic("Aiee, killing interrupt handler!")
  }

  /// Stops the machine.
  ///
  /// Nothing runs on it any more. C: `panic`.
  func panic(_ text: String) {
    guard panicText == nil else { return }
    console.mark("panic") {
      printk("Kernel panic: \(text)\n", .emergency)
      if isInInterrupt {
        printk("In interrupt handler - not syncing\n", .emergency)
      } else if current === processor.idle {
        printk("In idle task - not syncing\n", .emergency)
      }
    }
    record(.panic(text))
    panicText = text
  }

  /// Prints what is known about a fault, as this kernel does.
  ///
  /// C: `do_page_fault`, `die`, `show_registers`.
  func printOops(_ fault: Fault) {
    log.makeConsoleVerbose()
    console.mark("oops") { version.oops.print(fault, on: self) }
  }

  /// Whether an address can be a return address: the kernel's text, or that of a loaded module.
  ///
  /// C: `kernel_text_address`.
  func isText(_ address: Address) -> Bool {
    version.text.contains(address)
      || modules.containing(address) != nil
  }

  private func codeBytes(at address: Address) -> [UInt8] {
    var bytes: [UInt8] = []
    for offset in 0..<20 as Range<UInt64> {
      let byte =
        version.text.contains(address)
        ? version.text.byte(at: address + offset) : memory.load8(address + offset)
      guard let byte else { break }
      bytes.append(byte)
    }
    return bytes
  }
}
