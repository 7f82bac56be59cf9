/// The table of majors with pointers into the drivers' memory. C: `fs/devices.c` of 2.2 and 2.4.
extension Kernel {
  /// Takes a major number for a driver.
  ///
  /// Process context. C: `register_chrdev`.
  ///
  /// - Returns: The major that was chosen where 0 was asked for, the highest free one; else 0.
  func takeSlot(_ major: Int, name: Address, operations: Address) throws(Trap) -> Int {
    enter(.registerChrdev)
    defer { current.stack.leave() }
    try refuseIfAbandoned(devices.lock)
    if major == 0 {
      for candidate in stride(from: CharacterDeviceTable.majors - 1, to: 0, by: -1)
      where try isFree(candidate) {
        try set(candidate, name: name, operations: operations)
        return candidate
      }
      throw .errno(.EBUSY)
    }
    guard major > 0, major < CharacterDeviceTable.majors else { throw .errno(.EINVAL) }
    let holder = try loadPointer(characterDevices.operationsSlot(major))
    guard try isFree(major) || holder == operations else { throw .errno(.EBUSY) }
    try set(major, name: name, operations: operations)
    return 0
  }

  /// Gives a major number back.
  ///
  /// Process context. C: `unregister_chrdev`.
  func freeSlot(_ major: Int, _ name: String) throws(Trap) {
    enter(.unregisterChrdev)
    defer { current.stack.leave() }
    guard major >= 0, major < CharacterDeviceTable.majors,
      try loadPointer(characterDevices.operationsSlot(major)) != .null,
      try loadString(try loadPointer(characterDevices.nameSlot(major))) == name.endingAtNUL
    else { throw .errno(.EINVAL) }
    try change(under: devices.lock) { [unowned self] () throws(Trap) in
      try set(major, name: .null, operations: .null)
    }
  }

  private func isFree(_ major: Int) throws(Trap) -> Bool {
    let builtIn = version.configuration.devices.characterDevices
    guard !builtIn.contains(where: { $0.major == major }) else { return false }
    return try loadPointer(characterDevices.operationsSlot(major)) == .null
  }

  private func set(_ major: Int, name: Address, operations: Address) throws(Trap) {
    try storePointer(characterDevices.nameSlot(major), name)
    stepInPlace("register_chrdev: between the two words of a slot")
    try storePointer(characterDevices.operationsSlot(major), operations)
  }

  /// The drivers in the table, by their numbers.
  ///
  /// Process context. C: `get_device_list`. A name that has gone faults here, and leaves the table
  /// locked.
  func slotList() async throws(Trap) -> String {
    var text = ""
    for driver in version.configuration.devices.characterDevices {
      text += deviceLine(driver.major, driver.name)
    }
    try await lock(devices.lock, in: .getDeviceList, shared: true)
    for major in 0..<CharacterDeviceTable.majors
    where try loadPointer(characterDevices.operationsSlot(major)) != .null {
      let name = try loadString(try loadPointer(characterDevices.nameSlot(major)))
      text += deviceLine(major, name)
    }
    unlock(devices.lock)
    return text
  }

  func deviceLine(_ number: Int, _ name: String) -> String {
    String(number).leftPadded(to: 3) + " " + name + "\n"
  }
}
