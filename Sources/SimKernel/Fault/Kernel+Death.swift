/// What follows a fault: the text of it, and who does not survive it. C: `die`, `do_exit`, `panic`.
extension Kernel {
  /// Ends the process that is running, in the function where it faulted.
  ///
  /// Process context. C: `die`, `do_exit`; `make_task_dead` in 6.1.
  ///
  /// Comes back only when the machine is taken down; the caller then returns as fast as it can.
  func die(_ fault: Fault) async {
    let process = current
    guard let aftermath = printOops(fault) else { return await hang(process) }
    switch aftermath.outcome {
    case .panic(let text): panic(text, isAfterOops: true)
    case .processStays: stay(process)
    case .processDies(let signal):
      enterDeath(of: process)
      await exit(status: signal)
    }
    await park(process)
  }

  /// Ends what an interrupt that faulted leaves of the machine.
  ///
  /// Interrupt context. C: `die`, `panic`; 2.2 goes on where it should stop.
  func dieInInterrupt(_ fault: Fault) {
    guard !isPanicked else { return }
    // A processor that waits for itself with interrupts off takes the machine with it.
    guard let aftermath = printOops(fault) else { return stop("die: waits for its own lock") }
    switch aftermath.outcome {
    case .panic(let text): panic(text, isAfterOops: true)
    case .processDies(let signal): endInInterrupt(current, signal: signal)
    case .processStays: stop("die: the processor does not come back")
    }
  }

  /// Prints what is known about a fault, and what this generation has to say before it goes on.
  ///
  /// C: `do_page_fault`, `die`, `show_registers`.
  ///
  /// - Returns: What follows; nil where the processor waits for itself, for ever.
  func printOops(_ fault: Fault) -> Aftermath? {
    faults.count += 1
    taint.enterOops()
    log.makeConsoleVerbose()
    var aftermath: Aftermath?
    console.mark("oops") {
      guard printReport(report(fault, depth: 1)) else { return }
      let after = version.oops.aftermath(of: scene(of: fault))
      if after.taintsDied { addTaint(.died) }
      printk(after.log)
      aftermath = after
    }
    return aftermath
  }

  /// Prints an oops, and the one that comes of printing it.
  ///
  /// C: 2.2's `show_registers` reads the code at the instruction with nothing to catch a fault.
  ///
  /// - Returns: False where the processor never comes to the end.
  private func printReport(_ oops: OopsReport) -> Bool {
    let text = version.oops.oops(oops)
    printk(text.pieces)
    switch text.interruption {
    case nil: return true
    case .waitsForItself: return false
    case .faultedReading(let address):
      let depth = current.stack.depth
      enter(.showRegisters)
      defer { current.stack.unwind(to: depth) }
      guard case .fault(let second) = fault(.page(Address(address), .read)) else { return true }
      return printReport(report(second, depth: oops.depth + 1))
    }
  }

  func printk(_ pieces: [LogPiece]) { for piece in pieces { printk(piece.text, piece.level) } }

  private func scene(of fault: Fault) -> FaultScene {
    let state = fault.state
    return FaultScene(
      cause: fault.reportedCause, number: faults.count, process: state.context.process,
      isInInterrupt: state.isInInterrupt, isExiting: state.isExiting,
      preemptCount: state.preemptCount, tookInterrupts: state.tookInterrupts,
      panicsOnOops: settings.panicOnOops != 0)
  }

  /// Comes from the instruction that faulted to `do_exit`: what forbade others to run here goes with
  /// the process.
  private func enterDeath(of process: Process) {
    processor.preemptCount = 0
    processor.interruptsDisabled = 0
    if version.chains.rewindsStack { process.stack.unwind(to: 0) }
    enter(version.chains.death)
  }

  /// Leaves a process in the middle of its end, for ever: what it had not yet closed stays open, and
  /// its parent waits in vain.
  ///
  /// C: `TASK_DEAD`, or 2.6's `TASK_UNINTERRUPTIBLE`, and `schedule`.
  private func stay(_ process: Process) {
    processor.preemptCount = 0
    processor.interruptsDisabled = 0
    process.state = version.chains.rewindsStack ? .dead : .uninterruptible
    runQueue.remove(process)
  }

  /// A processor that waits, with interrupts off, for a lock that it has itself: the others go on
  /// until they need what it has.
  ///
  /// C: `die_lock` (2.2, SMP).
  private func hang(_ process: Process) async {
    processor.interruptsDisabled += 1
    await spinPaused(until: { false })
  }
}
