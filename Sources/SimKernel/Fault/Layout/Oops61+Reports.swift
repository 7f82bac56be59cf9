extension Oops61 {
  /// C: `dump_stack_lvl` (`lib/dump_stack.c`).
  static func dumpStack(_ dump: StackDump) -> [LogPiece]? {
    var text = LogText()
    printDump(dump, in: &text)
    return text.pieces
  }

  /// C: `__warn` (`kernel/panic.c`).
  static func warning(_ report: WarningReport) -> [LogPiece]? {
    var text = LogText()
    text.print(Dump61.cutHere)
    text.print(report.message)
    let context = report.context
    text.print(
      "WARNING: CPU: \(context.processor) PID: \(context.process.pid) at "
        + "\(report.file):\(report.line) \(report.registers.location.text)\n")
    text.print(Dump61.modules(context.modules))
    Dump61.printContext(context, in: &text)
    Dump61.printRegisters(report.registers, report.control, in: &text)
    Dump61.printTrace(report.trace, in: &text)
    text.print(Dump61.endMarker)
    return text.pieces
  }

  /// C: `schedule_debug`, `__schedule_bug` (`kernel/sched/core.c`).
  static func schedule(_ scene: SchedulingScene) -> SchedulingComplaint? {
    guard scene.preemptCount != scene.expectedCount else { return nil }
    var text = LogText()
    let process = scene.dump.context.process
    text.print(
      "BUG: scheduling while atomic: \(process.name)/\(process.pid)/"
        + "0x\(scene.preemptCount.hex(8))\n", .error)
    text.print(Dump61.modules(scene.dump.context.modules))
    printDump(scene.dump, in: &text)
    return SchedulingComplaint(log: text.pieces, consequence: .goesOn, taintsWarned: true)
  }

  /// C: `__might_resched` (`kernel/sched/core.c`).
  static func sleepingCall(_ report: SleepingCallReport) -> [LogPiece]? {
    var text = LogText()
    let process = report.dump.context.process
    text.print(
      "BUG: sleeping function called from invalid context at \(report.file):\(report.line)\n",
      .error)
    text.print(
      "in_atomic(): \(report.preemptCount == 0 ? 0 : 1), "
        + "irqs_disabled(): \(report.areInterruptsOff ? 1 : 0), non_block: 0, "
        + "pid: \(process.pid), name: \(process.name)\n", .error)
    text.print("preempt_count: \(report.preemptCount.hex()), expected: 0\n", .error)
    text.print("RCU nest depth: \(report.rcuDepth), expected: 0\n", .error)
    printDump(report.dump, in: &text)
    return text.pieces
  }

  /// C: `dequeue_task_idle` (`kernel/sched/idle.c`).
  static func idleSleeps(_ dump: StackDump) -> [LogPiece]? {
    var text = LogText()
    text.print("bad: scheduling from the idle thread!\n", .error)
    printDump(dump, in: &text)
    return text.pieces
  }

  /// C: `check_hung_task` (`kernel/hung_task.c`), `sched_show_task`.
  static func hungTask(_ report: HungTaskReport) -> [LogPiece]? {
    var text = LogText()
    let context = report.dump.context
    let process = context.process
    text.print(
      "INFO: task \(process.name):\(process.pid) blocked for more than \(report.seconds) seconds.\n",
      .error)
    text.print(
      "      \(context.taint) \(context.build.release) \(context.build.version)"
        + "\(context.build.package)\n", .error)
    text.print(
      "\"echo 0 > /proc/sys/kernel/hung_task_timeout_secs\" disables this message.\n", .error)
    text.print(
      "task:\(process.name.padded(to: 15)) state:D stack:\("0".padded(to: 5)) "
        + "pid:\("\(process.pid)".padded(to: 5)) ppid:\("\(report.parent)".padded(to: 6)) "
        + "flags:0x\(report.flags.hex(8))\n", .info)
    Dump61.printTrace(report.dump.trace, in: &text)
    return text.pieces
  }

  static func printDump(_ dump: StackDump, in text: inout LogText) {
    Dump61.printContext(dump.context, in: &text)
    Dump61.printTrace(dump.trace, in: &text)
  }
}
