/// How a machine's processors share the work: which step may follow which.
public struct SchedulingMode: Sendable, Hashable {
  /// How many processors the machine has.
  public let processors: Int
  /// Whether the kernel itself can be preempted.
  ///
  /// C: `CONFIG_PREEMPT`, from 2.6 on.
  public let isPreemptible: Bool

  /// A mode; there is at least one processor, and no more than 32.
  ///
  /// C: `NR_CPUS` of i386.
  public init(processors: Int = 1, isPreemptible: Bool = false) {
    self.processors = max(1, min(processors, 32))
    self.isPreemptible = isPreemptible
  }

  /// Where a process has got to when something else could come next.
  public enum Position: Sendable, Hashable, CaseIterable {
    /// In a system call, with preemption allowed.
    case kernel
    /// In a system call, holding a spinlock or with preemption forbidden.
    case atomic
    /// In a system call, with interrupts off on its processor.
    case interruptsOff
    /// In an interrupt handler or a bottom half.
    case interrupt
    /// Asleep, or on its way back to user mode.
    case relinquished
  }

  /// What could come next.
  public enum Successor: Sendable, Hashable, CaseIterable {
    /// The next step of the same process.
    case itself
    /// An interrupt on the same processor.
    case interrupt
    /// Another process on the same processor.
    case switched
    /// A step on another processor.
    case otherProcessor
  }

  /// The one table of what may follow what.
  ///
  /// | after a step in | itself | an interrupt | another process here | another processor |
  /// |---|---|---|---|---|
  /// | kernel | yes | yes | if preemptible | if there is one |
  /// | atomic | yes | yes | no | if there is one |
  /// | interrupts off | yes | no | no | if there is one |
  /// | interrupt | yes | no | no | if there is one |
  /// | relinquished | yes | yes | yes | if there is one |
  ///
  /// Source: SMP and preemption of Linux 2.2 to 2.6, as `schedule()`, `preempt_schedule()` and the
  /// interrupt flag decide it.
  public func allows(_ successor: Successor, after position: Position) -> Bool {
    switch (position, successor) {
    case (_, .itself): true
    case (_, .otherProcessor): processors > 1
    case (.kernel, .interrupt), (.atomic, .interrupt), (.relinquished, .interrupt): true
    case (.interruptsOff, .interrupt), (.interrupt, .interrupt): false
    case (.kernel, .switched): isPreemptible
    case (.relinquished, .switched): true
    case (.atomic, .switched), (.interruptsOff, .switched), (.interrupt, .switched): false
    }
  }
}
