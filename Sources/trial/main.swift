import SimKernel
import Userland

final class Chardev: Module {
  private let message = Array("There is a driver here.\n".utf8)
  private lazy var operations = FileOperations(open: open, release: release, read: deviceRead)
  func initModule() async throws(Errno) { try registerChrdev(60, "chardev", operations) }
  func cleanupModule() async { try? unregisterChrdev(60, "chardev") }
  private func open(_: Inode, _: File) async throws(Errno) { modIncUseCount() }
  private func release(_: Inode, _: File) async throws(Errno) { modDecUseCount() }
  private func deviceRead(_ file: File, _ buffer: UserBuffer) async throws(Errno) -> Int {
    let part = message.dropFirst(file.position).prefix(buffer.count)
    try await buffer.copyToUser(part)
    file.position += part.count
    return part.count
  }
}
final class Sched: Module {
  private var timerInterrupts = 0
  private let waitQueue = WaitQueue()
  private var unloading = false
  private lazy var task = TaskQueueEntry("interruptRoutine", interruptRoutine)
  func initModule() async throws(Errno) { queueTask(task, on: .timer) }
  private func interruptRoutine() {
    timerInterrupts += 1
    if unloading { wakeUp(waitQueue) } else { queueTask(task, on: .timer) }
  }
  func cleanupModule() async {
    unloading = true
    await sleepOn(waitQueue)
  }
}
runSession([Chardev.self, Sched.self])
