import SimKernel

final class Vault: Module {
  private let secret = Array("Confidential! The code: 4711.\n".utf8)
  private lazy var operations = FileOperations(
    open: deviceOpen, read: deviceRead)

  func initModule() async throws(Errno) {
    try registerChrdev(61, "vault", operations)
  }

  func cleanupModule() async {
    try? unregisterChrdev(61, "vault")
  }

  private func deviceOpen(_: Inode, _: File) async throws(Errno) {
    throw .EACCES
  }

  private func deviceRead(
    _ file: File, _ buffer: UserBuffer
  ) async throws(Errno) -> Int {
    let part = secret.dropFirst(file.position).prefix(buffer.count)
    try await buffer.copyToUser(part)
    file.position += part.count
    return part.count
  }
}
