import SimKernel

final class Tidy: Module {
  private var visits = 0
  private lazy var operations = FileOperations(
    open: deviceOpen, read: { _, _ in 0 })

  func initModule() async throws(Errno) {
    try registerChrdev(60, "tidy", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(60, "tidy")
  }

  private func deviceOpen(_: Inode, _: File) async throws(Errno) {
    visits += 1
    printk("tidy: sweeping, visit \(visits)\n")
  }
}
