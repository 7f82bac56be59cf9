import SimKernel

final class Hello: Module {
  func initModule() async throws(Errno) {
    printk("Hello, world.\n")
  }

  func cleanupModule() async {
    printk("Goodbye.\n")
  }
}
