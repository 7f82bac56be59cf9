/// What a kernel generation prints when something goes wrong, and what it then does: all of it pure
/// text from pure values.
///
/// Nothing here touches the machine.
///
/// One file for each of the generation's answers: `Oops61.swift` prints the oops itself,
/// `Oops61+Aftermath.swift` says what follows it, and so on.
protocol OopsLayout: SendableMetatype {
  /// The oops. C: `do_page_fault`, `die`, `show_registers`.
  static func oops(_ report: OopsReport) -> OopsText
  /// What becomes of the machine when the oops has been printed. C: `die`, `do_exit`.
  static func aftermath(of scene: FaultScene) -> Aftermath
  /// What is said of a stack that has come to its end, and how the machine stops. C:
  /// `handle_stack_overflow`, `doublefault_fn`.
  static func stackOverflow(_ report: StackOverflowReport) -> StackOverflowEnd
  /// The words of the panic when the first process ends with this status; nil where the machine
  /// goes on without one. C: `do_exit`.
  static func endOfInit(status: Int) -> String?
  /// The machine's last words. C: `panic`.
  static func panic(_ report: PanicReport) -> [LogPiece]
  /// Who called whom; nil where the generation has no such call. C: `dump_stack`.
  static func dumpStack(_ dump: StackDump) -> [LogPiece]?
  /// A condition that should not hold; nil where the generation has no such call. C: `WARN_ON`.
  static func warning(_ report: WarningReport) -> [LogPiece]?
  /// What `schedule` says where nobody may sleep; nil if this one may. C: `schedule`.
  static func schedule(_ scene: SchedulingScene) -> SchedulingComplaint?
  /// What a function that may sleep says where nobody may; nil where the generation does not look.
  /// C: `__might_sleep`.
  static func sleepingCall(_ report: SleepingCallReport) -> [LogPiece]?
  /// What the idle task says when it is put to sleep; nil where it does not notice. C:
  /// `dequeue_task_idle`.
  static func idleSleeps(_ dump: StackDump) -> [LogPiece]?
  /// What is said of a task that has waited for too long; nil where nobody looks. C:
  /// `check_hung_task`.
  static func hungTask(_ report: HungTaskReport) -> [LogPiece]?
}
