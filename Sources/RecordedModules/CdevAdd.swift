package import SimKernel

/// The same device registered in different ways, to see what an open file counts for.
///
/// C: `cdev_add.c`.
package final class CdevAdd: RecordedModule {
  private var how = 0
  private var device = DeviceNumber(major: 0, minor: 0)
  private let data = "data from cdev_add\n"
  private lazy var fops = FileOperations(
    prefix: "d", owner: how == 3 ? nil : self, open: dOpen, release: dRelease,
    read: dRead)
  private lazy var cdev = Cdev(fops, owner: how == 2 ? nil : self)
  private lazy var misc = MiscDevice(name: "cdev_add", fops)
  private lazy var pops = ProcOperations(
    prefix: "d", open: dOpen, release: dRelease,
    read: dRead, llseek: dSeek)

  package static var parameters: [ModuleParameter] {
    [
      .int("how", \CdevAdd.how, permissions: 0o444)
    ]
  }

  package init() {}

  private func dRead(_ file: File, _ buffer: UserBuffer) async throws(Errno) -> Int {
    try await simpleReadFromBuffer(buffer, file, data)
  }

  /// C: `noop_llseek`.
  private func dSeek(
    _ file: File, _ offset: Int, _ origin: SeekOrigin
  ) async throws(Errno) -> Int { file.position }

  private func dOpen(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("cdev_add: in open, module_refcount=\(refcount)\n")
  }

  private func dRelease(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("cdev_add: in release, module_refcount=\(refcount)\n")
  }

  package func initModule() async throws(Errno) {
    switch how {
    case 0: device = DeviceNumber(major: try registerChrdev(0, "cdev_add", fops), minor: 0)
    case 1, 2, 3:
      device = try allocChrdevRegion(count: 1, "cdev_add")
      try cdevAdd(cdev, at: device)
    case 4:
      try miscRegister(misc)
      device = DeviceNumber(major: 10, minor: misc.minor)
    case 5: try procCreate("cdev_add", mode: 0o444, pops)
    default: break
    }
    prInfo("cdev_add: how=\(how) dev \(device.major):\(device.minor)\n")
  }

  package func cleanupModule() async {
    switch how {
    case 0: try? unregisterChrdev(device.major, "cdev_add")
    case 1, 2, 3:
      cdevDel(cdev)
      unregisterChrdevRegion(device, count: 1)
    case 4: miscDeregister(misc)
    case 5: await procRemove("cdev_add")
    default: break
    }
    prInfo("cdev_add: bye\n")
  }
}
