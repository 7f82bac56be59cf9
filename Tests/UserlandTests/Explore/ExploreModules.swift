import SimKernel

/// A driver that counts its users itself: too late, as 2.4's drivers do.
final class Tardy: Module {
  private lazy var operations = FileOperations(open: open, release: release, read: deviceRead)
  func initModule() async throws(Errno) { try registerChrdev(60, "tardy", operations) }
  func cleanupModule() async { try? unregisterChrdev(60, "tardy") }
  private func open(_: Inode, _: File) async throws(Errno) { modIncUseCount() }
  private func release(_: Inode, _: File) async throws(Errno) { modDecUseCount() }
  private func deviceRead(_ file: File, _ buffer: UserBuffer) async throws(Errno) -> Int { 0 }
}

/// A driver that the kernel counts the users of.
final class Counted: Module {
  private lazy var operations = FileOperations(
    owner: self, read: { _, _ async throws(Errno) in 0 })
  func initModule() async throws(Errno) { try registerChrdev(60, "counted", operations) }
  func cleanupModule() async { try? unregisterChrdev(60, "counted") }
}

/// A task that queues itself, and a clean-up that sleeps until it has stopped.
final class Requeue: Module {
  private let waitQueue = WaitQueue()
  private var unloading = false
  private lazy var task = TaskQueueEntry("interruptRoutine", interruptRoutine)
  func initModule() async throws(Errno) { queueTask(task, on: .timer) }
  private func interruptRoutine() {
    if unloading { wakeUp(waitQueue) } else { queueTask(task, on: .timer) }
  }
  func cleanupModule() async {
    unloading = true
    await sleepOn(waitQueue)
  }
}

/// A module that never comes back from its beginning.
final class Sleepy: Module {
  private let queue = WaitQueue()
  func initModule() async throws(Errno) { await sleepOn(queue) }
  func cleanupModule() async {}
}
