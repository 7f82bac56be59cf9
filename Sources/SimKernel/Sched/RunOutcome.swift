/// How a run of a machine ended.
public enum RunOutcome: Sendable, Hashable {
  /// The process that was waited for has ended.
  case finished
  /// The process that was waited for died of a signal before it came to its end.
  case killed(signal: Int)
  /// The kernel panicked: nothing on this machine will ever happen again.
  case panicked
  /// Nobody can run, and no interrupt will ever change that.
  case stuck
  /// A process left the simulation: it awaits something that is no kernel call.
  case lost(pid: Int)
  /// The time that the run was given is over.
  case outOfTime
}
