import SimKernel

/// Wrong on purpose: registers a character device, then init fails without taking it back.
/// C: `initleak.c`.
public final class Initleak: Module {
  private var noown = 0
  private lazy var fops = FileOperations(owner: self, open: .named("d_open", dOpen))
  private lazy var fops2 = FileOperations(open: .named("d_open", dOpen))

  public static let parameters: [ModuleParameter] = [
    .int("noown", \Initleak.noown, permissions: 0o444)
  ]

  public init() {}

  private func dOpen(_ inode: Inode, _ file: File) async throws(Errno) { prInfo("initleak: open\n") }

  public func initModule() async throws(Errno) {
    let major = try registerChrdev(0, "initleak", noown != 0 ? fops2 : fops)
    prInfo("initleak: major \(major), now failing with -ENOMEM\n")
    throw .ENOMEM
  }

  public func cleanupModule() async {}
}
