import SimKernel

final class Sched: Module {
  private let waitQueue = WaitQueue()
  private lazy var task = TaskQueueEntry("routine", interruptRoutine)

  func initModule() async throws(Errno) {
    queueTask(task, on: .timer)
  }

  func cleanupModule() async {
    await scheduleTimeout(2)  // let the hardware settle
    await sleepOn(waitQueue)
  }

  private func interruptRoutine() {
    if waitQueueActive(waitQueue) {
      wakeUp(waitQueue)
    } else {
      queueTask(task, on: .timer)
    }
  }
}
