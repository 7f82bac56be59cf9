/// What 2.4 keeps for tasks that may sleep.
///
/// C: `kernel/context.c`.
struct ContextThread {
  /// The head of the list of tasks; nil until there was one.
  ///
  /// C: `tq_context`.
  var list: Address?
  var process: Process?
  /// How often it has taken the list off and come to its end.
  var passes = 0
  var isRunning = false
  /// The task that it comes to next, on the list that it has taken off.
  var nextTask: Address?
}
