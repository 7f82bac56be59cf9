/// Registering a character device and opening one. C: `fs/devices.c` of 2.4.
extension Kernel {
  /// Takes a major number for a driver.
  ///
  /// Process context. C: `register_chrdev`.
  ///
  /// - Returns: The major that was chosen where 0 was asked for, the highest free one; else 0.
  func registerChrdev(
    _ major: Int, name: Address, operations: Address
  ) throws(Trap) -> Int {
    enter(.registerChrdev)
    defer { current.stack.leave() }
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
  func unregisterChrdev(_ major: Int, _ name: String) throws(Trap) {
    enter(.unregisterChrdev)
    defer { current.stack.leave() }
    guard major >= 0, major < CharacterDeviceTable.majors,
      try loadPointer(characterDevices.operationsSlot(major)) != .null,
      try loadString(try loadPointer(characterDevices.nameSlot(major))) == name.endingAtNUL
    else { throw .errno(.EINVAL) }
    try set(major, name: .null, operations: .null)
  }

  private func isFree(_ major: Int) throws(Trap) -> Bool {
    guard !Self.builtInDevices.contains(where: { $0.major == major }) else { return false }
    return try loadPointer(characterDevices.operationsSlot(major)) == .null
  }

  private func set(_ major: Int, name: Address, operations: Address) throws(Trap) {
    try storePointer(characterDevices.nameSlot(major), name)
    try storePointer(characterDevices.operationsSlot(major), operations)
  }

  /// The text of `/proc/devices`.
  ///
  /// C: `get_device_list`.
  func deviceList() throws(Trap) -> String {
    enter(.getDeviceList)
    defer { current.stack.leave() }
    var text = "Character devices:\n"
    for (major, name) in Self.builtInDevices { text += deviceLine(major, name) }
    for major in 0..<CharacterDeviceTable.majors
    where try loadPointer(characterDevices.operationsSlot(major)) != .null {
      let name = try loadString(try loadPointer(characterDevices.nameSlot(major)))
      text += deviceLine(major, name)
    }
    return text + "\nBlock devices:\n"
  }

  private func deviceLine(_ major: Int, _ name: String) -> String {
    String(major).leftPadded(to: 3) + " " + name + "\n"
  }

  /// Drivers that every kernel of the time has built in, and that never go.
  private static let builtInDevices: [(major: Int, name: String)] = [
    (1, "mem"), (2, "pty"), (3, "ttyp"), (4, "ttyS"), (5, "cua"),
  ]

  /// Opens a character device.
  ///
  /// Process context. C: `chrdev_open`.
  func openCharacterDevice(_ node: DeviceNode, mode: OpenMode) async throws(Trap) -> File {
    enter(.chrdevOpen)
    let inode = Inode(major: node.major, minor: node.minor)
    if node.major == 1, node.minor == 3 {
      current.stack.leave()
      return File(inode: inode, backing: .null, mode: mode)
    }
    guard node.major < CharacterDeviceTable.majors else { throw .errno(.ENODEV) }
    let operations = try loadPointer(characterDevices.operationsSlot(node.major))
    guard operations != .null, try getOperations(operations) else { throw .errno(.ENODEV) }
    await step("chrdev_open: between the look-up and the call")
    let file = File(inode: inode, backing: .device(operations: operations), mode: mode)
    let open = try loadPointer(operations + version.fileOperations.open)
    if open != .null {
      do throws(Trap) {
        try await callOpen(open, inode, file)
      } catch {
        if case .errno = error { try putOperations(operations) }
        throw error
      }
    }
    current.stack.leave()
    return file
  }

  /// Counts a use of the module that owns the operations.
  ///
  /// C: `fops_get`, `try_inc_mod_count`.
  ///
  /// - Returns: False where the module is being removed.
  private func getOperations(_ operations: Address) throws(Trap) -> Bool {
    guard let offset = version.fileOperations.owner else { return true }
    let owner = try loadPointer(operations + offset)
    guard owner != .null else { return true }
    return try tryGetModule(at: owner)
  }

  /// Takes the use back.
  ///
  /// C: `fops_put`, `__MOD_DEC_USE_COUNT`.
  func putOperations(_ operations: Address) throws(Trap) {
    guard let offset = version.fileOperations.owner else { return }
    let owner = try loadPointer(operations + offset)
    if owner != .null { try putModule(at: owner) }
  }

  private func callOpen(_ address: Address, _ inode: Inode, _ file: File) async throws(Trap) {
    let function = try enter(address)
    guard case .open(let body) = function.body else { throw wrongArguments(function) }
    try await call(function) { () async throws(Errno) in try await body(inode, file) }
  }
}
