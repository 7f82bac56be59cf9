package import SimKernel

/// Reference-counted character device (`.owner = THIS_MODULE`), single-open by default.
///
/// C: `cdev_ok.c`.
package final class CdevOk: RecordedModule {
  private var major = 0
  private var exclusive = 1
  private var got = 0
  private var busy = 0
  private let message = "Hello from the kernel\n"
  private lazy var fops = FileOperations(
    prefix: "d", owner: self, open: dOpen, release: dRelease,
    read: dRead, write: dWrite)

  package static var parameters: [ModuleParameter] {
    [
      .int("major", \CdevOk.major, permissions: 0o444),
      .int("exclusive", \CdevOk.exclusive, permissions: 0o444),
    ]
  }

  package init() {}

  private func dOpen(_ inode: Inode, _ file: File) async throws(Errno) {
    if exclusive != 0 {
      if busy != 0 { throw .EBUSY }
      busy = 1
    }
    prInfo("cdev_ok: open minor \(inode.minor), module_refcount=\(refcount)\n")
  }

  private func dRelease(_ inode: Inode, _ file: File) async throws(Errno) {
    busy = 0
    prInfo("cdev_ok: release, module_refcount=\(refcount)\n")
  }

  private func dRead(_ file: File, _ buffer: UserBuffer) async throws(Errno) -> Int {
    try await simpleReadFromBuffer(buffer, file, message)
  }

  private func dWrite(_ file: File, _ buffer: UserBuffer) async throws(Errno) -> Int {
    prInfo("cdev_ok: write is not supported\n")
    throw .EINVAL
  }

  package func initModule() async throws(Errno) {
    do throws(Errno) {
      got = try registerChrdev(major, "cdev_ok", fops)
    } catch {
      prInfo("cdev_ok: register_chrdev(\(major)) returned \(-error.rawValue)\n")
      throw error
    }
    if major != 0 { got = major }
    prInfo("cdev_ok: major \(got)\n")
  }

  package func cleanupModule() async {
    try? unregisterChrdev(got, "cdev_ok")
    prInfo("cdev_ok: bye\n")
  }
}
