import SimKernel

final class Chardev: Module {
  private lazy var operations = FileOperations()

  func initModule() async throws(Errno) {
    try registerChrdev(60, "chardev", operations)
  }

  func cleanupModule() async {
    printk("chardev: goodbye\n")
  }
}
