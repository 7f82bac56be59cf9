/// A list of routines that the kernel calls at some later time.
///
/// C: `task_queue`.
public enum TaskQueue: String, Sendable, Hashable, CaseIterable {
  /// Run by the bottom half of the next timer interrupt. C: `tq_timer`.
  case timer = "tq_timer"
}
