import SimKernel

final class Sched: Module {
  private var timerInterrupts = 0

  func initModule() async throws(Errno) {
    let task = try kmalloc(TaskQueueEntry("routine", interruptRoutine))
    queueTask(task, on: .timer)
  }

  func cleanupModule() async {}

  private func interruptRoutine() {
    timerInterrupts += 1
  }
}
