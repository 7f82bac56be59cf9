package import SimKernel

/// Character device whose operations have neither read nor write.
///
/// C: `cdev_noops.c`.
package final class CdevNoops: RecordedModule {
  private var got = 0
  private lazy var fops = FileOperations(
    prefix: "d", owner: self)

  package init() {}

  package func initModule() async throws(Errno) { got = try registerChrdev(0, "cdev_noops", fops) }
  package func cleanupModule() async { try? unregisterChrdev(got, "cdev_noops") }
}

/// Character device that makes its own `/dev` node.
///
/// C: `cdev_class.c`.
package final class CdevClass: RecordedModule {
  private var got = 0
  private var deviceClass: DeviceClass?
  private lazy var fops = FileOperations(
    prefix: "d", owner: self)

  package init() {}

  package func initModule() async throws(Errno) {
    got = try registerChrdev(0, "cdev_class", fops)
    let made = try classCreate("cdev_class")
    deviceClass = made
    try deviceCreate(made, DeviceNumber(major: got, minor: 0), "cdev_class")
    prInfo("cdev_class: major \(got), /dev/cdev_class made\n")
  }

  package func cleanupModule() async {
    if let deviceClass {
      deviceDestroy(deviceClass, DeviceNumber(major: got, minor: 0))
      classDestroy(deviceClass)
    }
    try? unregisterChrdev(got, "cdev_class")
  }
}
