internal import CKernelMemory

/// The end of a recursion without end.
///
/// A module that recurses through the kernel's calls is stopped at the next of them. One that
/// recurses in Swift alone runs over the end of the host's own stack: the host tells of it on another
/// stack, the machine says what it has to say, and the program ends by `SIGABRT`, as it does for
/// every simulated panic. That is also so in a program that only uses this library, such as a test:
/// there is no way back to it across the module's functions.
extension Kernel {
  /// Whether the next call would run over the end of the kernel's stack, or the host's.
  var isStackAtItsEnd: Bool { current.stack.isFull || kernel_memory_is_stack_low() }

  /// Says that a stack has come to its end, and stops the machine.
  ///
  /// Any context.
  func overflowStack() {
    guard !isPanicked else { return }
    faults.count += 1
    taint.enterOops()
    log.makeConsoleVerbose()
    let end = version.oops.stackOverflow(stackOverflowReport())
    console.mark("oops") {
      printk(end.log)
      if end.isPanic { addTaint(.died) }
    }
    if end.isPanic { panic(end.words, isAfterOops: true) } else { stop(end.words) }
  }

  /// The instruction that ran over it stands in the function that was entered last.
  private func stackOverflowReport() -> StackOverflowReport {
    let stack = current.stack
    let address = stack.base - wordBytes
    var state = processorState(at: stack.instructionPointer)
    state.registers.stackPointer = stack.base.rawValue
    let fault = Fault(cause: .page(address, .write), state: state)
    record(
      .fault(address: address.rawValue, isWrite: true, function: state.functionName))
    return StackOverflowReport(
      oops: report(fault, depth: 1), address: address.rawValue,
      stack: stack.base.rawValue..<stack.top.rawValue, isInInterrupt: isInInterrupt)
  }

  /// Watches the stack of the thread that drives this machine.
  static func watchStack() { kernel_memory_watch_stack(reportOverflow) }
}

/// What the host calls on a stack of its own.
private func reportOverflow(_ machine: UnsafeMutableRawPointer?) {
  guard let machine else { return }
  let kernel = Unmanaged<Kernel>.fromOpaque(machine).takeUnretainedValue()
  kernel.overflowStack()
  kernel.onEndOfProgram()
}
