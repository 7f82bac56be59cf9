import SimKernel

final class Sched: Module {
  private var timerInterrupts = 0
  private lazy var task = TaskQueueEntry("routine", interruptRoutine)

  func initModule() async throws(Errno) {
    queueTask(task, on: .timer)
    try createProcReadEntry("drivers/sched", procRead)
  }

  func cleanupModule() async {
    removeProcEntry("drivers/sched")
  }

  private func interruptRoutine() {
    timerInterrupts += 1
    queueTask(task, on: .timer)
  }

  private func procRead(_ page: ProcPage) async throws(Errno) {
    page.print("called \(timerInterrupts) times\n")
  }
}
