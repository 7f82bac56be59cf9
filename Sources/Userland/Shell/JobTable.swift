/// The commands that a shell has started in the background.
final class JobTable {
  /// One of them.
  struct Job {
    let number: Int
    /// Its processes; the last one is the one that is spoken of.
    let pids: [Int]
    let text: String

    var pid: Int { pids.last ?? 0 }
  }

  private(set) var jobs: [Job] = []
  /// The process of the newest job: `$!`.
  private(set) var lastStarted: Int?

  init() {}

  /// The jobs that another shell knows.
  init(_ other: JobTable) {
    jobs = other.jobs
    lastStarted = other.lastStarted
  }

  func add(_ pids: [Int], _ text: String) -> Job {
    let job = Job(number: (jobs.last?.number ?? 0) + 1, pids: pids, text: text)
    jobs.append(job)
    lastStarted = job.pid
    return job
  }

  func remove(_ job: Job) { jobs.removeAll { $0.pid == job.pid } }

  /// The job that `%` and its number, or one of its processes, stands for.
  func job(_ argument: String) -> Job? {
    if argument.hasPrefix("%") { return jobs.first { "%\($0.number)" == argument } }
    return Int(argument).flatMap { pid in jobs.first { $0.pids.contains(pid) } }
  }

  /// The newest job is the current one, the one before it is the previous one.
  func mark(_ job: Job) -> String {
    if job.pid == jobs.last?.pid { return "+" }
    return job.pid == jobs.dropLast().last?.pid ? "-" : " "
  }
}
