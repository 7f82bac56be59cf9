/// A task that has waited in state D for too long.
///
/// C: `check_hung_task` (`kernel/hung_task.c`).
struct HungTaskReport: Hashable, Sendable {
  /// How long it has waited.
  var seconds: Int
  /// Its parent's number.
  var parent: Int
  /// C: `thread_info.flags`.
  var flags: UInt64
  /// The task's own stack; the context is that of the task, not of the watcher.
  var dump: StackDump
}
