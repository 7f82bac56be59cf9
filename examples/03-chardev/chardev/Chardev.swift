import SimKernel

final class Chardev: Module {
  private var major = 0
  private var isOpen = false
  private var timesOpened = 0
  private var message: [UInt8] = []
  private lazy var operations = FileOperations(
    open: deviceOpen, release: deviceRelease,
    read: deviceRead, write: deviceWrite)

  func initModule() async throws(Errno) {
    major = try registerChrdev(0, "chardev", operations)
    printk("chardev: the kernel gave me major number \(major)\n")
  }

  func cleanupModule() async {
    do throws(Errno) { try unregisterChrdev(major, "chardev") } catch {
      printk("chardev: unregister_chrdev: \(error)\n", .error)
    }
  }

  private func deviceOpen(_: Inode, _: File) async throws(Errno) {
    if isOpen { throw .EBUSY }
    isOpen = true
    modIncUseCount()
    timesOpened += 1
    message = Array("You are opener number \(timesOpened).\n".utf8)
  }

  private func deviceRelease(_: Inode, _: File) async throws(Errno) {
    isOpen = false
    modDecUseCount()
  }

  private func deviceRead(
    _ file: File, _ buffer: UserBuffer
  ) async throws(Errno) -> Int {
    let rest = message.dropFirst(file.position)
    let part = rest.prefix(buffer.count)
    try await buffer.copyToUser(part)
    file.position += part.count
    return part.count
  }

  private func deviceWrite(
    _ file: File, _ buffer: UserBuffer
  ) async throws(Errno) -> Int {
    printk("chardev: nobody listens here\n")
    throw .EINVAL
  }
}
