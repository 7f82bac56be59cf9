extension Module {
  /// Takes a range of minors of a major that the kernel chooses.
  ///
  /// Process context, may sleep. C: `alloc_chrdev_region` (from 2.6 on).
  ///
  /// - Parameters:
  ///   - baseMinor: The first minor.
  ///   - count: How many of them.
  ///   - name: What `/proc/devices` shows; the kernel copies it.
  /// - Returns: The first number.
  /// - Throws: `EBUSY` where no major is free, `EINVAL` for a range that there is none of, `ENOSYS`
  ///   before 2.6.
  public func allocChrdevRegion(
    baseMinor: Int = 0, count: Int, _ name: String
  ) throws(Errno) -> DeviceNumber {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    guard calls.kernel.has(.deviceModel, "alloc_chrdev_region") else { throw .ENOSYS }
    let major = try calls.attempt { () throws(Trap) in
      try calls.kernel.takeRegion(major: 0, baseMinor: baseMinor, count: count, name: name)
    }
    calls.kernel.record(.registered(kind: "device numbers", name: name))
    return DeviceNumber(major: major, minor: baseMinor)
  }

  /// Takes a range of device numbers of one major.
  ///
  /// Process context, may sleep. C: `register_chrdev_region` (from 2.6 on).
  ///
  /// - Throws: `EBUSY` where one of them is taken, `EINVAL` for a range that there is none of,
  ///   `ENOSYS` before 2.6.
  public func registerChrdevRegion(
    _ first: DeviceNumber, count: Int, _ name: String
  ) throws(Errno) {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    guard calls.kernel.has(.deviceModel, "register_chrdev_region") else { throw .ENOSYS }
    _ = try calls.attempt { () throws(Trap) in
      guard first.major != 0 else { throw .errno(.EINVAL) }
      _ = try calls.kernel.takeRegion(
        major: first.major, baseMinor: first.minor, count: count, name: name)
    }
    calls.kernel.record(.registered(kind: "device numbers", name: name))
  }

  /// Gives a range of device numbers back; one that nobody has so is left alone.
  ///
  /// Process context, may sleep. C: `unregister_chrdev_region` (from 2.6 on).
  public func unregisterChrdevRegion(_ first: DeviceNumber, count: Int) {
    guard let calls = KernelCalls(self), calls.kernel.has(.deviceModel, "unregister_chrdev_region")
    else { return }
    _ = calls.now { () throws(Trap) in
      try calls.kernel.freeRegion(major: first.major, baseMinor: first.minor, count: count)
    }
    calls.kernel.record(
      .unregistered(kind: "device numbers", name: "\(first.major):\(first.minor)"))
  }

  /// Makes a device known: from now on it can be opened, even before this returns.
  ///
  /// Process context, may sleep. C: `cdev_add` (from 2.6 on).
  ///
  /// - Parameters:
  ///   - cdev: The device; it must stay where it is until it is deleted and closed.
  ///   - first: Its first number.
  ///   - count: How many numbers it serves.
  /// - Throws: `EINVAL` for a range that there is none of, `ENOSYS` before 2.6.
  public func cdevAdd(_ cdev: Cdev, at first: DeviceNumber, count: Int = 1) throws(Errno) {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    guard calls.kernel.has(.deviceModel, "cdev_add") else { throw .ENOSYS }
    guard count > 0, count <= DeviceNumber.minors * DeviceNumber.majors, first.rawValue >= 0 else {
      throw .EINVAL
    }
    let address = calls.kernel.place(cdev, in: calls.module)
    try calls.attempt { () throws(Trap) in
      try calls.kernel.cdevAdd(address, at: first, count: count)
    }
    calls.kernel.record(.registered(kind: "cdev", name: "\(first.major):\(first.minor)"))
  }

  /// Makes a device unknown; it asks nobody who still has it open.
  ///
  /// Process context, may sleep. C: `cdev_del` (from 2.6 on).
  public func cdevDel(_ cdev: Cdev) {
    guard let calls = KernelCalls(self), calls.kernel.has(.deviceModel, "cdev_del"),
      let address = cdev.address
    else { return }
    _ = calls.now { () throws(Trap) in try calls.kernel.cdevDel(address) }
    calls.kernel.record(.unregistered(kind: "cdev", name: calls.module.name))
  }
}
