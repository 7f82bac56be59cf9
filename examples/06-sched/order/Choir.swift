import SimKernel

final class Choir: Module {
  private lazy var soprano = TaskQueueEntry("soprano", { self.sing("soprano") })
  private lazy var alto = TaskQueueEntry("alto", { self.sing("alto") })
  private lazy var bass = TaskQueueEntry("bass", { self.sing("bass") })

  func initModule() async throws(Errno) {
    queueTask(soprano, on: .timer)
    queueTask(alto, on: .timer)
    queueTask(bass, on: .timer)
  }

  func cleanupModule() async {}

  private func sing(_ voice: String) {
    printk("\(voice), tick \(jiffies)\n")
  }
}
