import SimKernel

final class Heapdev: Module {
  func initModule() async throws(Errno) {
    let operations = try kmalloc(
      FileOperations(open: deviceOpen, read: deviceRead))
    try registerChrdev(62, "heapdev", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(62, "heapdev")
  }

  private func deviceOpen(_: Inode, _: File) async throws(Errno) {}

  private func deviceRead(_: File, _: UserBuffer) async throws(Errno) -> Int {
    0
  }
}
