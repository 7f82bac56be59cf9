package import SimKernel

/// Wrong on purpose: registers a character device, then init fails without taking it back.
///
/// C: `initleak.c`.
package final class Initleak: RecordedModule {
  private var noown = 0
  private lazy var fops = FileOperations(
    prefix: "d", owner: self, open: dOpen)
  private lazy var fops2 = FileOperations(
    prefix: "d", open: dOpen)

  package static var parameters: [ModuleParameter] {
    [
      .int("noown", \Initleak.noown, permissions: 0o444)
    ]
  }

  package init() {}

  private func dOpen(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("initleak: open\n")
  }

  package func initModule() async throws(Errno) {
    let major = try registerChrdev(0, "initleak", noown != 0 ? fops2 : fops)
    prInfo("initleak: major \(major), now failing with -ENOMEM\n")
    throw .ENOMEM
  }

  package func cleanupModule() async {}
}
