/// One of the machine's processors.
///
/// C: what `smp_processor_id()` counts, with its part of `irq_stat` and of the thread info.
public final class Processor {
  /// Its number, from 0.
  public let id: Int
  /// The process that has it; its idle task where nobody has.
  ///
  /// C: `current`.
  var current: Process
  /// The task that runs where nobody else wants to.
  ///
  /// C: `swapper`.
  let idle: Process
  /// How many interrupt and bottom-half handlers it is in.
  ///
  /// C: `local_irq_count` and `local_bh_count`.
  var interruptDepth = 0
  /// How many of those are bottom halves, which interrupts still come through.
  ///
  /// C: `local_bh_count`.
  var bottomHalfDepth = 0
  /// How often somebody has asked not to be interrupted here.
  ///
  /// C: the interrupt flag that `local_irq_disable` clears.
  var interruptsDisabled = 0
  /// How often preemption has been forbidden, spinlocks included.
  ///
  /// C: `preempt_count`.
  var preemptCount = 0
  /// The task that it comes to next on a list that was taken off its queue.
  var nextTask: Address?
  /// Whether `schedule` has forgotten that it is in an interrupt.
  var hasLostCount = false
  /// Whether its code stands still in a place that cannot be suspended.
  var isBusy = false
  /// The values that it touched last.
  var registers = RegisterFile()

  init(id: Int, idle: Process) {
    self.id = id
    self.idle = idle
    current = idle
  }

  /// Whether an interrupt can be taken now.
  var takesInterrupts: Bool { interruptsDisabled == 0 && interruptDepth == bottomHalfDepth }
}
