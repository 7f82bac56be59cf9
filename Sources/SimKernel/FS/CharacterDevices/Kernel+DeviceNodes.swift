/// Device files. C: `mknod`, and `drivers/base/devtmpfs.c` of 6.1.
extension Kernel {
  /// Makes the file of a device that has become known, where this kernel does so.
  ///
  /// C: `devtmpfs_create_node`. Only root may use it.
  func makeDeviceNode(_ name: String, _ number: DeviceNumber) {
    guard version.files.makesDeviceNodes, deviceNodes["/dev/\(name)"] == nil else { return }
    deviceNodes.append(
      DeviceNode(
        path: "/dev/\(name)", major: number.major, minor: number.minor, permissions: 0o600))
  }

  /// Takes the file of a device away, unless it is another's by now.
  ///
  /// C: `devtmpfs_delete_node`.
  func removeDeviceNode(_ name: String, _ number: DeviceNumber) {
    let path = "/dev/\(name)"
    guard version.files.makesDeviceNodes, deviceNodes[path]?.number == number else { return }
    deviceNodes.remove(path)
  }
}
