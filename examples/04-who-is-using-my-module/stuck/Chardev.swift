import SimKernel

final class Chardev: Module {
  private var isOpen = false
  private lazy var operations = FileOperations(
    open: deviceOpen, release: deviceRelease)

  func initModule() async throws(Errno) {
    try registerChrdev(60, "chardev", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(60, "chardev")
  }

  private func deviceOpen(_: Inode, _: File) async throws(Errno) {
    modIncUseCount()
    if isOpen { throw .EBUSY }  // and the count?
    isOpen = true
  }

  private func deviceRelease(_: Inode, _: File) async throws(Errno) {
    isOpen = false
    modDecUseCount()
  }
}
