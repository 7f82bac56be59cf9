import SimKernel

final class Siren: Module {
  private lazy var task = TaskQueueEntry("wail", wail)

  func initModule() async throws(Errno) {
    queueTask(task, on: .timer)
  }

  func cleanupModule() async {}

  private func wail() {
    printk("siren: wailing, tick \(jiffies)\n")
  }
}
