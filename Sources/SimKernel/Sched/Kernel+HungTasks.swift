/// Processes that nobody wakes. C: `khungtaskd` (`kernel/hung_task.c`, from 2.6.30 on).
extension Kernel {
  /// Looks, once in the time that is set, for processes that have slept in state D for all of it.
  ///
  /// C: `check_hung_uninterruptible_tasks`. Once the kernel has had an oops it says nothing more.
  func watchHungTasks() {
    let period = deferred.hungTaskSeconds * version.hertz
    guard version.facilities.contains(.hungTasks), period > 0, jiffies % period == 0 else { return }
    guard !isPanicked, !taint.contains(.died) else { return }
    for process in processes.all where process.state == .uninterruptible {
      // It is seen asleep for the first time at one look, and counted from there.
      let seenAt = (process.switchedOutAt + period - 1) / period * period
      guard jiffies - seenAt >= period, deferred.hungTaskWarnings > 0 else { continue }
      deferred.hungTaskWarnings -= 1
      reportHungTask(process, seconds: (jiffies - seenAt) / version.hertz)
    }
  }
}
