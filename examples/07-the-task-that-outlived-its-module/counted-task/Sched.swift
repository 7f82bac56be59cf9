import SimKernel

final class Sched: Module {
  private lazy var task = TaskQueueEntry("routine", interruptRoutine)

  func initModule() async throws(Errno) {
    modIncUseCount()
    queueTask(task, on: .timer)
  }

  func cleanupModule() async {}

  private func interruptRoutine() {
    printk("sched: done\n")
    modDecUseCount()
  }
}
