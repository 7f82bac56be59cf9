import SimKernel

final class Pieces: Module {
  private let message = Array("Rome was not read in a day.\n".utf8)
  private lazy var operations = FileOperations(read: deviceRead)

  func initModule() async throws(Errno) {
    try registerChrdev(60, "pieces", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(60, "pieces")
  }

  private func deviceRead(
    _ file: File, _ buffer: UserBuffer
  ) async throws(Errno) -> Int {
    let part = message.dropFirst(file.position).prefix(min(8, buffer.count))
    try await buffer.copyToUser(part)
    file.position += part.count
    printk("pieces: asked for \(buffer.count), gave \(part.count)\n", .debug)
    return part.count
  }
}
