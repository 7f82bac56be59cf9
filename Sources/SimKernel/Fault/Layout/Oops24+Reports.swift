extension Oops24 {
  /// C: `dump_stack` (`arch/i386/kernel/traps.c`).
  static func dumpStack(_ dump: StackDump) -> [LogPiece]? {
    var text = LogText()
    text.print(trace(dump.trace))
    return text.pieces
  }

  /// There is no such call.
  static func warning(_ report: WarningReport) -> [LogPiece]? { nil }

  /// C: `schedule` (`kernel/sched.c`).
  static func schedule(_ scene: SchedulingScene) -> SchedulingComplaint? {
    guard scene.isInInterrupt else { return nil }
    var text = LogText()
    text.print("Scheduling in interrupt\n")
    return SchedulingComplaint(
      log: text.pieces, consequence: .bug(file: "sched.c", line: 564))
  }

  /// Nobody looks.
  static func sleepingCall(_ report: SleepingCallReport) -> [LogPiece]? { nil }

  /// Nobody looks.
  static func idleSleeps(_ dump: StackDump) -> [LogPiece]? { nil }

  /// Nobody looks.
  static func hungTask(_ report: HungTaskReport) -> [LogPiece]? { nil }
}
