/// The work that a worker thread is at, for the reports that name it.
///
/// C: `worker->current_func` and `worker->current_pwq`.
struct WorkInProgress {
  /// The name of the workqueue.
  var queue: String
  /// The function that was called.
  var function: Address
}
