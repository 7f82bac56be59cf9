import SimKernel

final class Sched: Module {
  private var timerInterrupts = 0
  private let waitQueue = WaitQueue()
  private lazy var task = TaskQueueEntry("routine", interruptRoutine)

  func initModule() async throws(Errno) {
    try createProcReadEntry("sched", procRead)
    queueTask(task, on: .timer)
  }

  func cleanupModule() async {
    removeProcEntry("sched")
    printk("sched: going to sleep, tick \(jiffies)\n")
    await sleepOn(waitQueue)
    printk("sched: awake, tick \(jiffies)\n")
  }

  private func interruptRoutine() {
    timerInterrupts += 1
    if waitQueueActive(waitQueue) {
      wakeUp(waitQueue)
    } else {
      queueTask(task, on: .timer)
    }
  }

  private func procRead(_ page: ProcPage) async throws(Errno) {
    page.print("called \(timerInterrupts) times\n")
  }
}
