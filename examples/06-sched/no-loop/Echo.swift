import SimKernel

final class Echo: Module {
  private var calls = 0
  private lazy var task = TaskQueueEntry("routine", routine)

  func initModule() async throws(Errno) {
    let first = queueTask(task, on: .timer)
    let second = queueTask(task, on: .timer)
    printk("echo: queued \(first), queued again \(second)\n")
  }

  func cleanupModule() async {}

  private func routine() {
    calls += 1
    printk("echo: call \(calls) in tick \(jiffies)\n")
    if calls < 4 { queueTask(task, on: .timer) }
  }
}
