/// A condition that should not hold.
///
/// C: `WARN_ON`, `WARN`.
struct WarningReport: Hashable, Sendable {
  /// C: `__FILE__`.
  var file: String
  /// C: `__LINE__`.
  var line: Int
  /// What the condition's author has to say, with its newline.
  ///
  /// C: `WARN`'s format.
  var message = ""
  var context: DumpContext
  /// Where the condition stands: in 6.1 it is an instruction of its own, which traps.
  var registers: RegisterDump
  var control: ControlRegisters?
  var trace: [CallTraceEntry]
}
