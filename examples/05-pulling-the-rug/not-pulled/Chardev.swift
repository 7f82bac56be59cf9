import SimKernel

final class Chardev: Module {
  private lazy var operations = FileOperations(
    owner: self, read: deviceRead)

  func initModule() async throws(Errno) {
    try registerChrdev(60, "chardev", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(60, "chardev")
  }

  private func deviceRead(_: File, _: UserBuffer) async throws(Errno) -> Int {
    0
  }
}
