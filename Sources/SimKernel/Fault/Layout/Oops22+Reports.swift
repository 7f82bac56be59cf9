extension Oops22 {
  /// There is no such call.
  static func dumpStack(_ dump: StackDump) -> [LogPiece]? { nil }

  /// There is no such call.
  static func warning(_ report: WarningReport) -> [LogPiece]? { nil }

  /// C: `schedule`, at the label `scheduling_in_interrupt` (`kernel/sched.c`).
  static func schedule(_ scene: SchedulingScene) -> SchedulingComplaint? {
    guard scene.isInInterrupt else { return nil }
    var text = LogText()
    text.print("Scheduling in interrupt\n")
    return SchedulingComplaint(log: text.pieces, consequence: .writes(0))
  }

  /// Nobody looks.
  static func sleepingCall(_ report: SleepingCallReport) -> [LogPiece]? { nil }

  /// Nobody looks.
  static func idleSleeps(_ dump: StackDump) -> [LogPiece]? { nil }

  /// Nobody looks.
  static func hungTask(_ report: HungTaskReport) -> [LogPiece]? { nil }
}
