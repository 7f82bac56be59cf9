import SimKernel

final class Chardev: Module {
  private lazy var operations = FileOperations(owner: self)

  func initModule() async throws(Errno) {
    try registerChrdev(60, "chardev", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(60, "chardev")
  }
}
