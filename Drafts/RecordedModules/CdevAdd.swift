import SimKernel

/// The same device registered in different ways, to see what an open file counts for.
/// C: `cdev_add.c`.
public final class CdevAdd: Module {
  private var how = 0
  private var device = DeviceNumber(major: 0, minor: 0)
  private let data = Array("data from cdev_add\n".utf8)
  private lazy var fops = FileOperations(
    owner: self, open: .named("d_open", dOpen), release: .named("d_release", dRelease),
    read: .named("d_read", dRead))
  private lazy var cdev = Cdev(fops)
  private lazy var misc = MiscDevice(minor: .dynamic, name: "cdev_add", fops)
  private lazy var pops = ProcOperations(
    open: .named("d_open", dOpen), release: .named("d_release", dRelease),
    read: .named("d_read", dRead), seek: .noop)

  public static let parameters: [ModuleParameter] = [
    .int("how", \CdevAdd.how, permissions: 0o444)
  ]

  public init() {}

  private func dRead(_ file: File, _ buffer: UserBuffer) async throws(Errno) -> Int {
    try await simpleReadFromBuffer(buffer, file, data)
  }

  private func dOpen(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("cdev_add: in open, module_refcount=\(moduleRefcount(thisModule))\n")
  }

  private func dRelease(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("cdev_add: in release, module_refcount=\(moduleRefcount(thisModule))\n")
  }

  public func initModule() async throws(Errno) {
    switch how {
    case 0: device = DeviceNumber(major: try registerChrdev(0, "cdev_add", fops), minor: 0)
    case 1, 2, 3:
      device = try allocChrdevRegion(0, count: 1, "cdev_add")
      if how == 3 { fops.owner = nil }
      if how != 2 { cdev.owner = self }
      try cdevAdd(cdev, device, count: 1)
    case 4:
      try miscRegister(misc)
      device = DeviceNumber(major: 10, minor: misc.minor)
    case 5: try procCreate("cdev_add", mode: 0o444, pops)
    default: break
    }
    prInfo("cdev_add: how=\(how) dev \(device.major):\(device.minor)\n")
  }

  public func cleanupModule() async {
    switch how {
    case 0: try? unregisterChrdev(device.major, "cdev_add")
    case 1, 2, 3:
      cdevDel(cdev)
      unregisterChrdevRegion(device, count: 1)
    case 4: miscDeregister(misc)
    case 5: await removeProcEntry("cdev_add")
    default: break
    }
    prInfo("cdev_add: bye\n")
  }
}
