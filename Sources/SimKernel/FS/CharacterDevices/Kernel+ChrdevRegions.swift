/// Ranges of device numbers. C: `fs/char_dev.c` of 2.6 and later.
extension Kernel {
  /// Takes a range of numbers of one major; major 0 means any that is free.
  ///
  /// Process context, may sleep. C: `__register_chrdev_region`.
  ///
  /// - Returns: The major.
  func takeRegion(
    major: Int, baseMinor: Int, count: Int, name: String
  ) throws(Trap) -> Int {
    try checkRegion(major: major, baseMinor: baseMinor, count: count, name: name)
    try refuseIfAbandoned(devices.lock)
    var major = major
    if major == 0 {
      guard let free = devices.regions.dynamicMajor(version.files.dynamicMajors) else {
        if version.files.majorLimit != nil {
          printk("CHRDEV \"\(name)\" dynamic allocation region is full\n", .error)
        }
        throw .errno(.EBUSY)
      }
      major = free
    }
    let region = ChrdevRegions.Region(
      major: major, baseMinor: baseMinor, count: count, name: ChrdevRegions.kept(name))
    guard devices.regions.insert(region) else { throw .errno(.EBUSY) }
    watch?.took(.region(major: major, baseMinor: baseMinor), by: moduleBeingExecuted)
    return major
  }

  private func checkRegion(
    major: Int, baseMinor: Int, count: Int, name: String
  ) throws(Trap) {
    if let limit = version.files.majorLimit, major >= limit || major < 0 {
      printk(
        "CHRDEV \"\(name)\" major requested (\(UInt32(truncatingIfNeeded: major))) is greater than "
          + "the maximum (\(limit - 1))\n", .error)
      throw .errno(.EINVAL)
    }
    guard major >= 0, major < DeviceNumber.majors, baseMinor >= 0, count > 0 else {
      throw .errno(.EINVAL)
    }
    guard count <= DeviceNumber.minors - baseMinor else {
      if version.files.majorLimit != nil {
        printk(
          "CHRDEV \"\(name)\" minor range requested (\(baseMinor)-\(baseMinor + count - 1)) is out "
            + "of range of maximum range (0-\(DeviceNumber.minors - 1)) for a single major\n",
          .error)
      }
      throw .errno(.EINVAL)
    }
  }

  /// Gives a range back; one that nobody has so is left alone.
  ///
  /// Process context, may sleep. C: `__unregister_chrdev_region`.
  ///
  /// - Returns: What served it.
  @discardableResult
  func freeRegion(major: Int, baseMinor: Int, count: Int) throws(Trap) -> Address? {
    try refuseIfAbandoned(devices.lock)
    return devices.regions.remove(major: major, baseMinor: baseMinor, count: count)?.cdev
  }

  /// Takes a major with its first 256 minors, and makes a device for it.
  ///
  /// Process context, may sleep. C: `__register_chrdev`.
  ///
  /// - Returns: The major that was chosen where 0 was asked for; else 0.
  func registerChrdev(_ major: Int, name: String, operations: Address) throws(Trap) -> Int {
    enter(.registerChrdev)
    defer { current.stack.leave() }
    let taken = try takeRegion(
      major: major, baseMinor: 0, count: Self.chrdevMinors, name: name)
    let cdev = try allocateCdev(operations: operations)
    let first = DeviceNumber(major: taken)
    try cdevAdd(cdev, at: first, count: Self.chrdevMinors)
    devices.regions.set(cdev, major: taken, baseMinor: 0)
    return major == 0 ? taken : 0
  }

  /// Gives a major back, and makes its device unknown.
  ///
  /// Process context, may sleep. C: `__unregister_chrdev`.
  func unregisterChrdev(_ major: Int) throws(Trap) {
    enter(.unregisterChrdev)
    defer { current.stack.leave() }
    let cdev = try freeRegion(major: major, baseMinor: 0, count: Self.chrdevMinors)
    if let cdev { try cdevDel(cdev) }
  }

  /// How many minors `register_chrdev` takes.
  private static var chrdevMinors: Int { 256 }

  /// The drivers that have numbers.
  ///
  /// Process context, may sleep. C: `chrdev_show`.
  func regionList() async throws(Trap) -> String {
    enter(.chrdevShow)
    try await lock(devices.lock, in: .chrdevShow)
    var text = ""
    for region in devices.regions.inOrder { text += deviceLine(region.major, region.name) }
    unlock(devices.lock)
    current.stack.leave()
    return text
  }

  /// The text of `/proc/devices`.
  ///
  /// Process context, may sleep. C: `get_device_list`, `devinfo_show`.
  func deviceList() async throws(Trap) -> String {
    enter(.getDeviceList)
    let drivers: String
    switch version.files.lookup {
    case .slots: drivers = try await slotList()
    case .cdevs: drivers = try await regionList()
    }
    var text = "Character devices:\n" + drivers + "\nBlock devices:\n"
    for driver in version.configuration.devices.blockDevices {
      text += deviceLine(driver.major, driver.name)
    }
    current.stack.leave()
    return text
  }
}
