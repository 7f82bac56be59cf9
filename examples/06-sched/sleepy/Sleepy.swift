import SimKernel

final class Sleepy: Module {
  private let queue = WaitQueue()
  private lazy var task = TaskQueueEntry("routine", interruptRoutine)

  func initModule() async throws(Errno) {
    queueTask(task, on: .timer)
  }

  func cleanupModule() async {}

  private func interruptRoutine() {
    await sleepOn(queue)
  }
}
