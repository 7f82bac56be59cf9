/// What the kernel says of code that does what it may not, and then goes on.
extension Kernel {
  /// Who called whom, for a report that is no oops.
  func stackDump(of process: Process? = nil) -> StackDump {
    StackDump(context: dumpContext(of: process), trace: callTrace(of: process ?? current))
  }

  /// Prints who called whom.
  ///
  /// Any context. C: `dump_stack`.
  ///
  /// - Returns: False where the generation has no such call.
  @discardableResult
  func dumpStack() -> Bool {
    let depth = current.stack.depth
    enter(version.chains.dump.isEmpty ? [.dumpStack] : version.chains.dump)
    defer { current.stack.unwind(to: depth) }
    guard let pieces = version.oops.dumpStack(stackDump()) else { return false }
    printk(pieces)
    return true
  }

  /// Prints a warning, and who is to blame for it.
  ///
  /// Any context. C: `WARN`, `WARN_ON`.
  ///
  /// - Parameters:
  ///   - message: What the author of the condition has to say, with its newline.
  ///   - file: Where the condition stands.
  ///   - line: In which line.
  /// - Returns: False where the generation has no such call.
  @discardableResult
  func warn(_ message: String = "", file: String, line: Int) -> Bool {
    let state = processorState(at: current.stack.instructionPointer)
    var report = WarningReport(
      file: file, line: line, message: message, context: dumpContext(),
      registers: state.registers, trace: state.trace)
    if wordBytes == 8 { report.control = controlRegisters(state, faultingAt: nil) }
    guard let pieces = version.oops.warning(report) else { return false }
    printk(pieces)
    addTaint(.warned)
    return true
  }

  /// Says what `schedule` says to a caller that may not sleep, and does what it then does.
  ///
  /// Any context, in `schedule`. C: the label `scheduling_in_interrupt` (2.2, 2.4),
  /// `__schedule_bug` (2.6, 6.1).
  ///
  /// - Parameters:
  ///   - preemptCount: What holds preemption off, with what `schedule` itself adds.
  ///   - expected: The count with nothing held.
  /// - Throws: The fault that 2.2 and 2.4 come to on purpose.
  /// - Returns: Whether it has complained, and goes on all the same.
  @discardableResult
  func scheduleInWrongContext(
    preemptCount: UInt64 = 0, expected: UInt64 = 0
  ) throws(Trap) -> Bool {
    let depth = current.stack.depth
    enter(version.chains.scheduleBug + version.chains.dump)
    let scene = SchedulingScene(
      isInInterrupt: isInInterrupt, preemptCount: preemptCount, expectedCount: expected,
      isExiting: current.exitStatus != nil, dump: stackDump())
    current.stack.unwind(to: depth)
    guard let complaint = version.oops.schedule(scene) else { return false }
    printk(complaint.log)
    if complaint.taintsWarned { addTaint(.warned) }
    switch complaint.consequence {
    case .goesOn: return true
    case .writes(let address): try storeWord(Address(address), 0)
    case .bug(let file, let line): throw fault(.bug(file: file, line: line))
    }
    return true
  }

  /// Says that the idle task is put to sleep.
  ///
  /// In `schedule`. C: `dequeue_task_idle`.
  func complainOfSleepingIdleTask() {
    let depth = current.stack.depth
    enter([.schedule] + version.chains.idleSleep + version.chains.dump)
    let pieces = version.oops.idleSleeps(stackDump())
    current.stack.unwind(to: depth)
    printk(pieces ?? [])
  }

  /// Says that a function which may sleep was called where nobody may.
  ///
  /// Any context. C: `__might_sleep`, `__might_resched`.
  func complainOfSleepingCall(
    file: String, line: Int, preemptCount: UInt64, rcuDepth: Int = 0
  ) {
    let depth = current.stack.depth
    enter([.mightSleep] + version.chains.dump)
    let report = SleepingCallReport(
      file: file, line: line, preemptCount: preemptCount, rcuDepth: rcuDepth,
      areInterruptsOff: processor.interruptsDisabled > 0, dump: stackDump())
    current.stack.unwind(to: depth)
    guard let pieces = version.oops.sleepingCall(report) else { return }
    printk(pieces)
    addTaint(.warned)
  }

  /// Says that a process has been in state `D` for too long.
  ///
  /// C: `check_hung_task`.
  func reportHungTask(_ process: Process, seconds: Int) {
    let report = HungTaskReport(
      seconds: seconds, parent: process.parentPID, flags: process.hasPendingSignal ? 6 : 2,
      dump: stackDump(of: process))
    printk(version.oops.hungTask(report) ?? [])
  }
}
