extension Oops26 {
  /// C: `dump_stack` (`arch/x86/kernel/traps_32.c`).
  static func dumpStack(_ dump: StackDump) -> [LogPiece]? {
    var text = LogText()
    printDump(dump, in: &text)
    return text.pieces
  }

  /// A warning does not taint the kernel yet.
  ///
  /// C: `WARN_ON` (`include/asm-generic/bug.h`).
  static func warning(_ report: WarningReport) -> [LogPiece]? {
    var text = LogText()
    let function = report.registers.location.symbol?.name ?? ""
    text.print(report.message)
    text.print("WARNING: at \(report.file):\(report.line) \(function)()\n")
    printDump(StackDump(context: report.context, trace: report.trace), in: &text)
    return text.pieces
  }

  /// C: `schedule_debug`, `__schedule_bug` (`kernel/sched.c`).
  static func schedule(_ scene: SchedulingScene) -> SchedulingComplaint? {
    guard scene.preemptCount != scene.expectedCount, !scene.isExiting else { return nil }
    var text = LogText()
    let process = scene.dump.context.process
    text.print(
      "BUG: scheduling while atomic: \(process.name)/0x\(scene.preemptCount.hex(8))/"
        + "\(process.pid)\n", .error)
    printDump(scene.dump, in: &text)
    return SchedulingComplaint(log: text.pieces, consequence: .goesOn)
  }

  /// C: `__might_sleep` (`kernel/sched.c`).
  static func sleepingCall(_ report: SleepingCallReport) -> [LogPiece]? {
    var text = LogText()
    text.print(
      "BUG: sleeping function called from invalid context at \(report.file):\(report.line)\n",
      .error)
    text.print(
      "in_atomic():\(report.preemptCount == 0 ? 0 : 1), "
        + "irqs_disabled():\(report.areInterruptsOff ? 1 : 0)\n")
    printDump(report.dump, in: &text)
    return text.pieces
  }

  /// C: `dequeue_task_idle` (`kernel/sched_idletask.c`).
  static func idleSleeps(_ dump: StackDump) -> [LogPiece]? {
    var text = LogText()
    text.print("bad: scheduling from the idle thread!\n", .error)
    printDump(dump, in: &text)
    return text.pieces
  }

  /// 2.6.24 has no watcher of hung tasks: it came with 2.6.25.
  static func hungTask(_ report: HungTaskReport) -> [LogPiece]? { nil }

  private static func printDump(_ dump: StackDump, in text: inout LogText) {
    let context = dump.context
    text.print(
      "Pid: \(context.process.pid), comm: \(context.process.name) \(context.taint) "
        + "\(context.build.release) \(context.build.version)\n")
    printTrace(dump.trace, nil, in: &text)
  }
}
