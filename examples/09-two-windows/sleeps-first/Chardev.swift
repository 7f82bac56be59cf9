import SimKernel

final class Chardev: Module {
  private lazy var operations = FileOperations(
    open: deviceOpen, release: deviceRelease)

  func initModule() async throws(Errno) {
    try registerChrdev(60, "chardev", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(60, "chardev")
  }

  private func deviceOpen(_: Inode, _: File) async throws(Errno) {
    await scheduleTimeout(1)  // wait until the device is ready
    modIncUseCount()
  }

  private func deviceRelease(_: Inode, _: File) async throws(Errno) {
    modDecUseCount()
  }
}
