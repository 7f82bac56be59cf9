import SimKernel

final class Chardev: CanUnload {
  private var openers = 0
  private lazy var operations = FileOperations(
    open: deviceOpen, release: deviceRelease)

  func initModule() async throws(Errno) {
    try registerChrdev(60, "chardev", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(60, "chardev")
  }

  func canUnload() -> Int { openers }

  private func deviceOpen(_: Inode, _: File) async throws(Errno) {
    openers += 1
  }

  private func deviceRelease(_: Inode, _: File) async throws(Errno) {
    openers -= 1
  }
}
