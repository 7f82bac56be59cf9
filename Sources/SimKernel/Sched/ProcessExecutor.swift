internal import Synchronization

/// Runs the processes' Swift tasks, one at a time, on the thread that drives the machine.
///
/// Swift promises no order among jobs, and none is needed: a process parks itself before it does
/// anything, and the scheduler resumes one process, then drains this queue, before it chooses
/// again.
final class ProcessExecutor: TaskExecutor {
  private struct Queue {
    var jobs: [UnownedJob] = []
    /// How many of them have been run.
    var done = 0
    var isClosed = false
  }

  // A module that awaits something foreign, such as a sleep of the host, is given back to us on a thread of the host's.
  private let queue = Mutex(Queue())

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isLate = queue.withLock { queue in
      if !queue.isClosed { queue.jobs.append(job) }
      return queue.isClosed
    }
    // Nobody drains any more: the task runs to its end where it is, and every call of the kernel refuses it.
    if isLate { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  /// Runs jobs until none is left.
  func drain() {
    while let job = takeJob() { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  /// Runs what is left; from now on, a task that comes back runs at once, on whatever thread it
  /// comes.
  func close() {
    drain()
    queue.withLock { $0.isClosed = true }
    drain()
  }

  private func takeJob() -> UnownedJob? {
    queue.withLock { queue in
      guard queue.done < queue.jobs.count else {
        // Its room is kept: there is a job again each time that a process is resumed.
        queue.jobs.removeAll(keepingCapacity: true)
        queue.done = 0
        return nil
      }
      defer { queue.done += 1 }
      return queue.jobs[queue.done]
    }
  }
}
