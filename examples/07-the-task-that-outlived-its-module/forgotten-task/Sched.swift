import SimKernel

final class Sched: Module {
  private var timerInterrupts = 0
  private lazy var task = TaskQueueEntry("routine", interruptRoutine)

  func initModule() async throws(Errno) {
    try createProcReadEntry("sched", procRead)
    queueTask(task, on: .timer)
  }

  func cleanupModule() async {
    removeProcEntry("sched")
  }

  private func interruptRoutine() {
    timerInterrupts += 1
    queueTask(task, on: .timer)
  }

  private func procRead(_ page: ProcPage) async throws(Errno) {
    page.print("called \(timerInterrupts) times\n")
  }
}
