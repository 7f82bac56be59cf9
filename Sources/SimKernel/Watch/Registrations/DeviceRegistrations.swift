/// Character devices that can be opened.
///
/// C: `chrdevs` (2.2, 2.4), `cdev_map`, `misc_list` (from 2.6 on).
enum DeviceRegistrations: RegistrationSource {
  static func registrations(on kernel: Kernel) -> [Registration] {
    switch kernel.version.files.lookup {
    case .slots: slots(on: kernel)
    case .cdevs: cdevs(on: kernel) + deviceFiles(on: kernel) + miscDevices(on: kernel)
    }
  }

  private static func slots(on kernel: Kernel) -> [Registration] {
    (0..<CharacterDeviceTable.majors).compactMap { major in
      let table = kernel.characterDevices
      let operations = kernel.member("fops", at: table.operationsSlot(major))
      guard let operations else { return nil }
      let owner = kernel.version.fileOperations.owner.flatMap { offset in
        kernel.member("fops->owner", at: operations.target + offset)
      }
      let name = kernel.member("name", at: table.nameSlot(major))
      return Registration(
        name: "chrdevs[\(major)]", pointers: [operations, owner, name].compactMap(\.self),
        follower: "the next open of a device with major \(major)")
    }
  }

  private static func cdevs(on kernel: Kernel) -> [Registration] {
    kernel.devices.map.all.map { number, cdev in
      Registration(
        name: "struct cdev \(number.major):\(number.minor)",
        pointers: pointers(of: cdev, on: kernel),
        follower: "the next open of device \(number.major):\(number.minor)")
    }
  }

  /// The pointers that are followed from a `cdev` on.
  static func pointers(of cdev: Address, on kernel: Kernel) -> [Registration.Pointer] {
    let layout = kernel.version.cdev
    let operations = kernel.member("ops", at: cdev + layout.operations)
    return [Registration.Pointer(member: "", target: cdev)]
      + [
        kernel.member("owner", at: cdev + layout.owner), operations,
        operations.flatMap { table in
          kernel.version.fileOperations.owner.flatMap {
            kernel.member("ops->owner", at: table.target + $0)
          }
        },
      ].compactMap(\.self)
  }

  /// What the files of devices remember that have been opened.
  private static func deviceFiles(on kernel: Kernel) -> [Registration] {
    kernel.deviceNodes.compactMap { node in
      guard let inode = node.inode, let cdev = kernel.peek(inode) else { return nil }
      return Registration(
        name: "inode of \(node.path)",
        pointers: [Registration.Pointer(member: "i_cdev", target: cdev)],
        follower: "the next open of \(node.path)")
    }
  }

  private static func miscDevices(on kernel: Kernel) -> [Registration] {
    guard kernel.devices.misc.head != .null else { return [] }
    let layout = kernel.version.miscDevice
    return kernel.peekList(kernel.devices.misc.head).map { link in
      let device = link - layout.list
      let operations = kernel.member("fops", at: device + layout.operations)
      let minor = kernel.memory.load32(device) ?? 0
      return Registration(
        name: "struct miscdevice 10:\(minor)",
        pointers: [Registration.Pointer(member: "", target: device)]
          + [operations].compactMap(\.self),
        follower: "the next open of any device with major 10")
    }
  }
}
