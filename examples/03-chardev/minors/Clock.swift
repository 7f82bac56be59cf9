import SimKernel

final class Clock: Module {
  private lazy var operations = FileOperations(read: deviceRead)

  func initModule() async throws(Errno) {
    try registerChrdev(61, "clock", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(61, "clock")
  }

  private func deviceRead(
    _ file: File, _ buffer: UserBuffer
  ) async throws(Errno) -> Int {
    let word = file.inode.minor == 0 ? "tick\n" : "tock\n"
    let part = Array(word.utf8).dropFirst(file.position)
      .prefix(buffer.count)
    try await buffer.copyToUser(part)
    file.position += part.count
    return part.count
  }
}
