package import SimKernel

/// Wrong on purpose: registers a character device, and exit does not take it back.
///
/// C: `exitleak.c`.
package final class Exitleak: RecordedModule {
  private var major = 0
  private var noown = 0
  private lazy var fops = FileOperations(prefix: "d", owner: self, open: dOpen)
  private lazy var fops2 = FileOperations(prefix: "d", open: dOpen)

  package static var parameters: [ModuleParameter] {
    [
      .int("major", \Exitleak.major, permissions: 0o444),
      .int("noown", \Exitleak.noown, permissions: 0o444),
    ]
  }

  package init() {}

  private func dOpen(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("exitleak: open\n")
  }

  package func initModule() async throws(Errno) {
    let got = try registerChrdev(major, "exitleak", noown != 0 ? fops2 : fops)
    prInfo("exitleak: major \(got == 0 ? major : got)\n")
  }

  package func cleanupModule() async { prInfo("exitleak: bye\n") }
}
