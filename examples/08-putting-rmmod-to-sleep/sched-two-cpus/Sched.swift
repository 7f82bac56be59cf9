import SimKernel

final class Sched: Module {
  private var unloading = false
  private var stopped = false
  private let waitQueue = WaitQueue()
  private lazy var task = TaskQueueEntry("routine", interruptRoutine)

  func initModule() async throws(Errno) {
    queueTask(task, on: .timer)
  }

  func cleanupModule() async {
    unloading = true
    await waitEvent(waitQueue) { stopped }
  }

  private func interruptRoutine() {
    if unloading {
      stopped = true
      wakeUp(waitQueue)
    } else {
      queueTask(task, on: .timer)
    }
  }
}
