/// A list of routines that the kernel calls at some later time.
///
/// C: `task_queue` (2.2 and 2.4).
public enum TaskQueue: String, Sendable, Hashable, CaseIterable {
  /// Run by the bottom half of the next timer interrupt. C: `tq_timer`.
  case timer = "tq_timer"
  /// Run by a bottom half that whoever queues a task marks. C: `tq_immediate`.
  case immediate = "tq_immediate"
  /// Run inside every `schedule()`, before somebody is picked (2.2). C: `tq_scheduler`.
  case scheduler = "tq_scheduler"
  /// Run when somebody waits for a disk. C: `tq_disk`.
  case disk = "tq_disk"
}
