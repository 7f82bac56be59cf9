import SimKernel

final class Honest: Module {
  private lazy var operations = FileOperations(owner: self)

  func initModule() async throws(Errno) {
    try registerChrdev(61, "honest", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(61, "honest")
  }
}
