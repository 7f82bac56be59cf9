/// Runs the processes' Swift tasks, one at a time, on the thread that drives the machine.
///
/// Swift promises no order among jobs, and none is needed: a process parks itself before it does anything, and the scheduler
/// resumes one process, then drains this queue, before it chooses again.
final class ProcessExecutor: TaskExecutor, @unchecked Sendable {
  // Only the thread that drives the machine touches it: jobs are enqueued by jobs that run here.
  private var ready: [UnownedJob] = []

  func enqueue(_ job: consuming ExecutorJob) { ready.append(UnownedJob(job)) }

  /// Runs jobs until none is left.
  func drain() {
    while !ready.isEmpty {
      let jobs = ready
      ready.removeAll(keepingCapacity: true)
      for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
  }
}
