/// The words of 6.1 for code that came back with preemption or interrupts other than it was given
/// them; each is the message of a warning.
enum Imbalance {
  /// An `init` that came back.
  ///
  /// C: `do_one_initcall` (`init/main.c`).
  static func initCall(
    _ function: CodeLocation, keptPreemptionOff: Bool, keptInterruptsOff: Bool
  ) -> String? {
    var what = keptPreemptionOff ? "preemption imbalance " : ""
    if keptInterruptsOff { what += "disabled interrupts " }
    return what.isEmpty ? nil : "initcall \(function.text) returned with \(what)\n"
  }

  /// A timer's function that came back.
  ///
  /// C: `call_timer_fn` (`kernel/time/timer.c`).
  static func timer(_ function: CodeLocation, before: UInt64, after: UInt64) -> String? {
    guard before != after else { return nil }
    return "timer: \(function.text) preempt leak: \(before.hex(8)) -> \(after.hex(8))\n"
  }
}
