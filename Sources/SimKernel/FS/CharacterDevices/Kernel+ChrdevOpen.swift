/// Opening a character device. C: `chrdev_open` (`fs/devices.c`, `fs/char_dev.c`).
extension Kernel {
  /// Opens a character device.
  ///
  /// Process context, may sleep. C: `chrdev_open`, and `dentry_open` around it.
  func openCharacterDevice(_ node: DeviceNode, mode: OpenMode) async throws(Trap) -> File {
    let depth = current.stack.depth
    for function in version.files.openPath { enter(function) }
    enter(.chrdevOpen)
    let inode = Inode(major: node.major, minor: node.minor)
    if node.major == 1, node.minor == 3 {
      current.stack.unwind(to: depth)
      return File(inode: inode, backing: .null, mode: mode)
    }
    let (operations, cdev) = try await findDriver(node)
    let file = File(inode: inode, backing: .device(operations: operations), mode: mode)
    file.cdev = cdev
    await step("chrdev_open: between the look-up and the call")
    do throws(Trap) {
      try await callOpen(file)
    } catch {
      if case .errno = error { try putDriver(file) }
      throw error
    }
    current.stack.leave()
    if version.files.notesMethodsAtOpen { try noteMethods(of: file) }
    current.stack.unwind(to: depth)
    return file
  }

  /// Finds the operations of a device's driver, with everything counted that this kernel counts.
  private func findDriver(
    _ node: DeviceNode
  ) async throws(Trap) -> (operations: Address, cdev: Address?) {
    if node.major == MiscDeviceTable.major, version.files.dynamicMiscMinors > 0 {
      return (try await findMiscDevice(minor: node.minor), nil)
    }
    switch version.files.lookup {
    case .slots: return (try await findInSlot(node.major), nil)
    case .cdevs:
      do throws(Trap) {
        let found = try await findByCdev(node)
        return (found.operations, found.cdev)
      } catch {
        guard case .errno(.ENXIO) = error, try await requestDriver(of: node) else { throw error }
        let found = try await findByCdev(node)
        return (found.operations, found.cdev)
      }
    }
  }

  /// Has the module loaded that drives a device.
  ///
  /// - Returns: Whether it is worth looking again.
  private func requestDriver(of node: DeviceNode) async throws(Trap) -> Bool {
    guard modprobe != nil, !(node.inode.map { memory.loadWord($0) != 0 } ?? false) else {
      return false
    }
    return try await askForDriver("char-major-\(node.major)-\(node.minor)")
  }

  /// Has a driver loaded; whoever opens the device does not ask why that did not work.
  private func askForDriver(_ name: String) async throws(Trap) -> Bool {
    do throws(Trap) { return try await requestModule(name) == 0 } catch {
      guard case .errno = error, !isTornDown else { throw error }
      return false
    }
  }

  /// Finds the operations of a major in the table, and counts a use of their owner.
  ///
  /// C: `get_chrfops` of 2.4, `get_chrfops` of 2.2.
  private func findInSlot(_ major: Int) async throws(Trap) -> Address {
    guard major < CharacterDeviceTable.majors, major > 0 else { throw .errno(.ENODEV) }
    if let operations = try await lookInSlot(major) { return operations }
    if modprobe != nil { _ = try await askForDriver("char-major-\(major)") }
    guard let operations = try await lookInSlot(major) else { throw .errno(.ENODEV) }
    return operations
  }

  private func lookInSlot(_ major: Int) async throws(Trap) -> Address? {
    try await lock(devices.lock, in: .chrdevOpen, shared: true)
    let operations = try loadPointer(characterDevices.operationsSlot(major))
    var isThere = operations != .null
    if isThere {
      await step("chrdev_open: the operations are read, and not counted")
      isThere = try getOperations(operations)
    }
    unlock(devices.lock)
    return isThere ? operations : nil
  }

  /// Calls the driver's `open`, under the big kernel lock where this kernel does so.
  private func callOpen(_ file: File) async throws(Trap) {
    guard case .device(let operations) = file.backing else { return }
    let open = try loadPointer(operations + version.fileOperations.open)
    guard open != .null else { return }
    try await underKernelLock(version.files.openTakesKernelLock) { () async throws(Trap) in
      let function = try enter(open)
      guard case .open(let body) = function.body else { throw wrongArguments(function) }
      try await call(function) { () async throws(Errno) in try await body(file.inode, file) }
    }
  }

  /// Notes which of the methods a driver has that later calls will want.
  ///
  /// C: `FMODE_CAN_READ`, `FMODE_CAN_WRITE`, `FMODE_LSEEK` in `do_dentry_open`.
  private func noteMethods(of file: File) throws(Trap) {
    guard case .device(let operations) = file.backing else { return }
    let layout = version.fileOperations
    if file.isReadable {
      file.canRead = try loadPointer(operations + layout.read) != .null
    }
    if file.isWritable {
      file.canWrite = try loadPointer(operations + layout.write) != .null
    }
    file.canSeek = try loadPointer(operations + layout.llseek) != .null
  }

  /// Takes back what opening a device has counted.
  ///
  /// C: `cdev_put`, `fops_put`.
  func putDriver(_ file: File) throws(Trap) {
    if let cdev = file.cdev { try putCdev(cdev) }
    if case .device(let operations) = file.backing { try putOperations(operations) }
  }

  /// Counts a use of the module that owns the operations.
  ///
  /// C: `fops_get`, `try_inc_mod_count`.
  ///
  /// - Returns: False where the module is being removed.
  func getOperations(_ operations: Address) throws(Trap) -> Bool {
    guard let offset = version.fileOperations.owner else { return true }
    return try getOwner(try loadPointer(operations + offset))
  }

  /// Takes the use back.
  ///
  /// C: `fops_put`, `__MOD_DEC_USE_COUNT`.
  func putOperations(_ operations: Address) throws(Trap) {
    guard let offset = version.fileOperations.owner else { return }
    try putOwner(try loadPointer(operations + offset))
  }

  /// Does something under the big kernel lock, if this kernel does so.
  ///
  /// Process context, may sleep. Whoever faults in it keeps the lock until its process has ended.
  func underKernelLock<Value>(
    _ isWanted: Bool, _ body: () async throws(Trap) -> Value
  ) async throws(Trap) -> Value {
    guard isWanted else { return try await body() }
    await lockKernel()
    do throws(Trap) {
      let value = try await body()
      unlockKernel()
      return value
    } catch {
      if case .errno = error { unlockKernel() }
      throw error
    }
  }
}
