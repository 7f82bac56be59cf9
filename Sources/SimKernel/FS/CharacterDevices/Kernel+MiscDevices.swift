/// Devices that share major 10. C: `drivers/char/misc.c` of 2.6 and later.
extension Kernel {
  /// Makes a device known, and makes its file where this kernel does so.
  ///
  /// Process context, may sleep. C: `misc_register`.
  ///
  /// - Returns: The minor.
  func miscRegister(_ device: Address, name: String) throws(Trap) -> Int {
    enter(.miscRegister)
    try refuseIfAbandoned(devices.misc.lock)
    let list = device + version.miscDevice.list
    try initialiseList(list)
    var minor = Int(try load32(device))
    let isDynamic = minor == MiscDeviceTable.dynamicMinor
    if isDynamic {
      guard let free = devices.misc.takeDynamic() else { throw .errno(.EBUSY) }
      minor = free
      try store32(device, UInt32(minor))
    } else if try isMiscMinorTaken(minor) {
      throw .errno(.EBUSY)
    }
    let number = DeviceNumber(major: MiscDeviceTable.major, minor: minor)
    guard devices.classes.add(name, number, to: "misc") else {
      if isDynamic { devices.misc.free(minor) }
      throw .errno(.EEXIST)
    }
    makeDeviceNode(name, number)
    try addToList(list, after: devices.misc.head)
    current.stack.leave()
    return minor
  }

  private func isMiscMinorTaken(_ minor: Int) throws(Trap) -> Bool {
    if devices.misc.builtIn.contains(where: { $0.minor == minor }) { return true }
    return try miscDevice(minor: minor) != nil
  }

  /// Makes a device unknown; files that are open stay open.
  ///
  /// Process context, may sleep. C: `misc_deregister`.
  func miscDeregister(_ device: Address) throws(Trap) {
    enter(.miscDeregister)
    let minor = Int(try load32(device))
    try change(under: devices.misc.lock) { [unowned self] () throws(Trap) in
      try removeFromList(device + version.miscDevice.list)
    }
    let number = DeviceNumber(major: MiscDeviceTable.major, minor: minor)
    if let name = devices.classes.remove(number, from: "misc") { removeDeviceNode(name, number) }
    devices.misc.free(minor)
    current.stack.leave()
  }

  /// Finds the operations of a minor, and counts a use of their owner.
  ///
  /// Process context, may sleep. C: `misc_open`.
  ///
  /// The list is walked through the drivers' memory with the lock held: what one of them left there
  /// faults here.
  func findMiscDevice(minor: Int) async throws(Trap) -> Address {
    enter(.miscOpen)
    if let operations = try await lookForMiscDevice(minor: minor) {
      current.stack.leave()
      return operations
    }
    guard modprobe != nil,
      try await requestModule("char-major-\(MiscDeviceTable.major)-\(minor)") == 0,
      let operations = try await lookForMiscDevice(minor: minor)
    else { throw .errno(.ENODEV) }
    current.stack.leave()
    return operations
  }

  private func lookForMiscDevice(minor: Int) async throws(Trap) -> Address? {
    try await lock(devices.misc.lock, in: .miscOpen)
    var operations: Address?
    if let device = try miscDevice(minor: minor) {
      let table = try loadPointer(device + version.miscDevice.operations)
      await step("misc_open: the operations are read, and not counted")
      if table != .null, try getOperations(table) { operations = table }
    }
    unlock(devices.misc.lock)
    return operations
  }

  private func miscDevice(minor: Int) throws(Trap) -> Address? {
    let layout = version.miscDevice
    var link = try loadPointer(devices.misc.head)
    var count = 0
    while link != devices.misc.head, count < Self.longestList {
      if try load32(link - layout.list) == UInt32(truncatingIfNeeded: minor) {
        return link - layout.list
      }
      link = try loadPointer(link)
      count += 1
    }
    return nil
  }

  /// The text of `/proc/misc`, the newest device first.
  ///
  /// Process context, may sleep. C: `misc_seq_show`.
  func miscList() async throws(Trap) -> String {
    enter(.miscShow)
    try await lock(devices.misc.lock, in: .miscShow)
    let layout = version.miscDevice
    var text = ""
    var link = try loadPointer(devices.misc.head)
    while link != devices.misc.head, text.utf8.count < Self.longestList {
      let device = link - layout.list
      let name = try loadString(try loadPointer(device + layout.name))
      text += deviceLine(Int(try load32(device)), name)
      link = try loadPointer(link)
    }
    for device in devices.misc.builtIn { text += deviceLine(device.minor, device.name) }
    unlock(devices.misc.lock)
    current.stack.leave()
    return text
  }
}
