/// Processes that nobody wakes. C: `khungtaskd` (`kernel/hung_task.c`, from 2.6.30 on).
extension Kernel {
  /// Looks, once in the time that is set, for processes that have slept in state D for all of it.
  ///
  /// C: `check_hung_uninterruptible_tasks`. Once the kernel has had an oops it says nothing more.
  func watchHungTasks() {
    let period = deferred.hungTaskSeconds * version.hertz
    guard version.facilities.contains(.hungTasks), period > 0, jiffies >= nextLook(period) else {
      return
    }
    deferred.lastHungLook = jiffies
    guard !isPanicked, !taint.contains(.died) else { return }
    for process in processes.all where process.state == .uninterruptible {
      // It is seen asleep for the first time at one look, and counted from there.
      guard let seen = process.seenAsleep, seen.since == process.switchedOutAt else {
        process.seenAsleep = (process.switchedOutAt, jiffies)
        continue
      }
      guard jiffies - seen.at >= period, deferred.hungTaskWarnings > 0 else { continue }
      deferred.hungTaskWarnings -= 1
      reportHungTask(process, seconds: (jiffies - seen.at) / version.hertz)
    }
  }

  /// When it looks next: it sleeps as everybody does, until the bucket of its time is due.
  private func nextLook(_ period: Int) -> Int {
    var coarseness = 0
    while period >= 63 << coarseness { coarseness += 3 }
    return ((deferred.lastHungLook + period) >> coarseness + 1) << coarseness
  }
}
