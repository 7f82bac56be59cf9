import SimKernel

final class Sched: Module {
  private var unloading = false
  private let waitQueue = WaitQueue()
  private lazy var task = TaskQueueEntry("routine", interruptRoutine)

  func initModule() async throws(Errno) {
    queueTask(task, on: .timer)
  }

  func cleanupModule() async {
    unloading = true
    await scheduleTimeout(2)  // let the hardware settle
    await sleepOn(waitQueue)
  }

  private func interruptRoutine() {
    if unloading {
      printk("sched: wake up! (tick \(jiffies))\n")
      wakeUp(waitQueue)
    } else {
      queueTask(task, on: .timer)
    }
  }
}
