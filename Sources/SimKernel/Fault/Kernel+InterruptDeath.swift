/// What 2.2 makes of a fault in an interrupt: it complains, and ends the process that happened to be
/// running. C: `do_exit` and `schedule` of 2.2.
extension Kernel {
  /// Ends a process although the processor is in an interrupt.
  ///
  /// Its last `schedule` sees the interrupt, and follows a null pointer; the oops of that ends the
  /// process again, deeper on the same stack. Nobody else ever gets the processor. The rounds come
  /// to an end with the stack, which has room for a dozen of them: where the next one would write
  /// over the process itself, the machine counts as dead, without a word of its own.
  func endInInterrupt(_ process: Process, signal: Int) {
    markEnded(process, status: signal)
    while !isPanicked {
      enterRound(of: process)
      guard !process.stack.isFull else { break }
      do throws(Trap) { try scheduleInWrongContext() } catch {
        guard case .fault(let fault) = error else { continue }
        _ = printOops(fault)
      }
    }
    stop("Scheduling in interrupt")
  }

  /// What one round leaves on the stack: the registers that the trap saved, and each function's
  /// variables.
  private func enterRound(of process: Process) {
    _ = process.stack.reserve(bytes: Self.savedRegisters * wordBytes)
    for function in version.chains.death + [.doExit, .schedule] where !process.stack.isFull {
      enter(function)
      _ = process.stack.reserve(bytes: Self.localVariables)
    }
  }

  /// C: `struct pt_regs`, in words.
  private static let savedRegisters: UInt64 = 15
  /// C: what `do_page_fault` and its like take up on the average, in bytes.
  private static let localVariables: UInt64 = 0x50
}
