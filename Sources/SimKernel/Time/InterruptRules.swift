/// How a kernel generation does what a timer interrupt leaves for later.
struct InterruptRules: Sendable {
  /// Which work there is besides the timers, and in which order.
  enum Halves: Sendable {
    /// Bottom halves by their numbers, one pass; one processor at a time in the whole system.
    case ascending
    /// Bottom halves as tasklets: what was marked last runs first; one at a time in the system.
    case newestFirst
    /// None: each processor sees to its timers by itself.
    case timersOnly
  }

  let halves: Halves
  /// The functions through which an interrupt comes.
  let entry: [KernelFunction]
  /// The functions through which it comes to what was left for later.
  let exit: [KernelFunction]
  /// The functions in which a timer's handler is called, outermost first.
  let timers: [KernelFunction]
  /// The function that calls a handler, if it is one of its own.
  let call: KernelFunction?

  static let v2_2 = InterruptRules(
    halves: .ascending, entry: [.doIRQ], exit: [.doSoftirq], timers: [.timerBH], call: nil)
  static let v2_4 = InterruptRules(
    halves: .newestFirst, entry: [.doIRQ], exit: [.doSoftirq, .taskletHiAction, .bhAction],
    timers: [.timerBH], call: nil)
  static let v2_6 = InterruptRules(
    halves: .timersOnly, entry: [.doIRQ], exit: [.irqExit, .doSoftirq], timers: [.timerBH],
    call: nil)
  static let v6_1 = InterruptRules(
    halves: .timersOnly, entry: [.doIRQ, .timerInterrupt], exit: [.irqExit, .doSoftirq],
    timers: [.runTimerSoftirq, .timerBH], call: .callTimer)
}
