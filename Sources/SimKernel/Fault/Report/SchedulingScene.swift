/// Where somebody called `schedule`.
struct SchedulingScene: Hashable, Sendable {
  /// In an interrupt, a bottom half or a softirq.
  ///
  /// C: `in_interrupt`.
  var isInInterrupt = false
  /// What holds preemption off, with what `schedule` itself adds.
  ///
  /// C: `preempt_count` as `schedule_debug` reads it.
  var preemptCount: UInt64
  /// The count with nothing held but what `schedule` itself adds: 1 where the kernel counts spin
  /// locks, else 0.
  ///
  /// C: `PREEMPT_DISABLE_OFFSET`.
  var expectedCount: UInt64 = 1
  /// The process has exited and is leaving the processor for good.
  ///
  /// C: `exit_state`.
  var isExiting = false
  var dump: StackDump
}

/// What `schedule` does where nobody may sleep.
struct SchedulingComplaint: Hashable, Sendable {
  /// What follows the words.
  enum Consequence: Hashable, Sendable {
    /// It goes on, and switches to somebody else all the same.
    case goesOn
    /// It writes to this address, on purpose.
    case writes(UInt64)
    /// It is a `BUG()`.
    case bug(file: String, line: Int)
  }

  var log: [LogPiece]
  var consequence: Consequence
  /// The kernel is tainted by a warning.
  ///
  /// C: `TAINT_WARN`.
  var taintsWarned = false
}

/// A function that may sleep was called where nobody may.
///
/// C: `__might_sleep`; kernels with `CONFIG_DEBUG_ATOMIC_SLEEP` (2.6: `DEBUG_SPINLOCK_SLEEP`).
struct SleepingCallReport: Hashable, Sendable {
  /// C: `__FILE__` of `might_sleep`.
  var file: String
  /// C: `__LINE__`.
  var line: Int
  /// What holds preemption off.
  ///
  /// C: `preempt_count`.
  var preemptCount: UInt64
  /// C: `rcu_preempt_depth`.
  var rcuDepth = 0
  var areInterruptsOff = false
  var dump: StackDump
}
