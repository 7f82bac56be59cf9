import Explorer
import SimKernel
import Userland

/// Something that is explored to its end: how many schedules and steps that takes in a second.
struct ExploringBenchmark: Sendable {
  /// What is explored.
  let name: String
  /// How many schedules there have to be; nil where nobody has counted.
  var schedules: Int?
  /// Explores it.
  let explore: @Sendable () -> Exploration

  /// Everything that is explored.
  static let all: [ExploringBenchmark] = [.chardev, .sched, .independent]

  /// A driver that is opened while it is removed.
  static let chardev = ExploringBenchmark(name: "explore open and rmmod of chardev, 2 processors") {
    Explorer().explore(
      session: [
        "insmod tardy.o", "mknod /dev/c c 240 0", "cat /dev/c & rmmod tardy &", "wait",
      ], modules: [Tardy.self], mode: SchedulingMode(processors: 2))
  }

  /// A module whose clean-up waits until its task has stopped.
  static let sched = ExploringBenchmark(name: "explore rmmod of sched, 1 processor") {
    Explorer().explore(
      session: ["insmod sleeper.o", "rmmod sleeper &", "wait"], modules: [Sleeper.self])
  }

  /// Four processes of three steps: 12! / 3!^4 orders.
  static let independent = ExploringBenchmark(
    name: "explore four processes of three steps, unreduced", schedules: 369_600
  ) {
    var explorer = Explorer()
    explorer.isReduced = false
    explorer.limits.schedules = .max
    explorer.limits.totalSteps = .max
    return explorer.explore { policy in
      // No machine: what is measured is the search itself.
      var left = [3, 3, 3, 3]
      while true {
        let choices = left.indices.filter { left[$0] > 0 }.map {
          ScheduleChoice.run(pid: $0, cpu: $0)
        }
        guard !choices.isEmpty else { break }
        let choice = choices[policy.next(among: choices, at: 0)]
        if case .run(let process, _) = choice { left[process] -= 1 }
      }
      policy.finish()
      return Ending("end", isFailure: false, text: "")
    }
  }

  /// Explores it once, and prints a line.
  func run() {
    var found = Exploration()
    let time = ContinuousClock().measure { found = explore() } / .seconds(1)
    if let schedules, found.schedules != schedules {
      fatal("\(name): \(found.schedules) schedules, and there are \(schedules)")
    }
    let all = found.isStopped ? "the first" : "all"
    print(
      "\(name): \(Int(Double(found.schedules) / time)) schedules and"
        + " \(Int(Double(found.steps) / time)) steps a second")
    print("  \(all) \(found.schedules), \(found.cut) cut, in \(Int(time * 1_000)) ms")
  }
}

/// A driver that counts its users itself, when they have come in already.
final class Tardy: Module {
  private lazy var operations = FileOperations(
    open: { [unowned self] _, _ in modIncUseCount() },
    release: { [unowned self] _, _ in modDecUseCount() }, read: { _, _ in 0 })

  init() {}

  func initModule() async throws(Errno) { try registerChrdev(240, "tardy", operations) }

  func cleanupModule() async { try? unregisterChrdev(240, "tardy") }
}

/// A task that queues itself, and a clean-up that sleeps until it has stopped.
final class Sleeper: Module {
  private let queue = WaitQueue()
  private var isUnloading = false
  private lazy var task: TaskQueueEntry = TaskQueueEntry("task") { [unowned self] in
    if isUnloading { wakeUp(queue) } else { queueTask(task, on: .timer) }
  }

  init() {}

  func initModule() async throws(Errno) { queueTask(task, on: .timer) }

  func cleanupModule() async {
    isUnloading = true
    await sleepOn(queue)
  }
}
