import SimKernel

final class Chardev: Module {
  private let message = Array("There is a driver here.\n".utf8)
  private lazy var operations = FileOperations(read: deviceRead)

  func initModule() async throws(Errno) {
    try registerChrdev(60, "chardev", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(60, "chardev")
  }

  private func deviceRead(
    _ file: File, _ buffer: UserBuffer
  ) async throws(Errno) -> Int {
    let part = message.dropFirst(file.position).prefix(buffer.count)
    try await buffer.copyToUser(part)
    file.position += part.count
    return part.count
  }
}
