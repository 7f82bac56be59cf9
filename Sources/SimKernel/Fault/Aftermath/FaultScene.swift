/// Where an oops happened: all that decides what follows it.
struct FaultScene: Hashable, Sendable {
  /// Whose turn it was.
  enum Victim: Hashable, Sendable {
    /// The task that runs when nobody else wants to. C: pid 0.
    case idle
    /// The first process. C: pid 1.
    case initial
    case other
  }

  var cause: OopsCause
  /// How many oopses there have been since boot, this one included.
  var number = 1
  var process: DumpContext.Process
  /// In an interrupt, a bottom half or a softirq.
  ///
  /// C: `in_interrupt`.
  var isInInterrupt = false
  /// The process was exiting already.
  ///
  /// C: `PF_EXITING`.
  var isExiting = false
  /// What holds preemption off.
  ///
  /// C: `preempt_count`.
  var preemptCount = 0
  /// The processor took interrupts when the instruction faulted.
  ///
  /// C: `X86_EFLAGS_IF`.
  var tookInterrupts = true
  /// C: `kernel.panic_on_oops`.
  var panicsOnOops = false

  var victim: Victim {
    switch process.pid {
    case 0: .idle
    case 1: .initial
    default: .other
    }
  }
}
