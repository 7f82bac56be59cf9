import SimKernel

/// A driver that does as little as a driver can.
final class Probe: Module {
  private lazy var operations = FileOperations(owner: self, read: { _, _ throws(Errno) in 0 })

  init() {}

  func initModule() async throws(Errno) { try registerChrdev(240, "probe", operations) }

  func cleanupModule() async { try? unregisterChrdev(240, "probe") }
}

/// A module whose tasks queue themselves again at each tick.
final class Ticker: Module {
  /// How many tasks the next one has.
  nonisolated(unsafe) static var taskCount = 0
  private var tasks: [TaskQueueEntry] = []

  init() {}

  func initModule() async throws(Errno) {
    for _ in 0..<Self.taskCount {
      let index = tasks.count
      tasks.append(TaskQueueEntry("task") { [unowned self] in queueTask(tasks[index], on: .timer) })
      queueTask(tasks[index], on: .timer)
    }
  }

  func cleanupModule() async {}
}
