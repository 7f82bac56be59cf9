/// Character devices that a driver describes in a structure. C: `fs/char_dev.c` of 2.6 and later.
extension Kernel {
  /// Makes a device known: from now on it can be opened.
  ///
  /// Process context, may sleep. C: `cdev_add`.
  func cdevAdd(_ cdev: Address, at first: DeviceNumber, count: Int) throws(Trap) {
    enter(.cdevAdd)
    let layout = version.cdev
    try store32(cdev + layout.number, UInt32(truncatingIfNeeded: first.rawValue))
    try store32(cdev + layout.count, UInt32(truncatingIfNeeded: count))
    try change(under: devices.lock) { [unowned self] () throws(Trap) in
      devices.map.insert(cdev, at: first, count: count)
    }
    current.stack.leave()
  }

  /// Makes a device unknown; files that are open stay open.
  ///
  /// Process context, may sleep. C: `cdev_del`.
  func cdevDel(_ cdev: Address) throws(Trap) {
    enter(.cdevDel)
    let number = Int(try load32(cdev + version.cdev.number))
    let count = Int(try load32(cdev + version.cdev.count))
    try change(under: devices.lock) { [unowned self] () throws(Trap) in
      devices.map.remove(at: DeviceNumber(rawValue: number), count: count)
      // Not before: who has the lock may be about to count a use of it.
      try dropCdev(cdev)
    }
    current.stack.leave()
  }

  /// A device on the kernel's own heap, which is freed with its last use.
  ///
  /// C: `cdev_alloc`.
  func allocateCdev(operations: Address) throws(Trap) -> Address {
    let layout = version.cdev
    let owner = try loadPointer(operations + (version.fileOperations.owner ?? 0))
    guard let cdev = heap.allocate(bytes: layout.byteCount) else { throw .errno(.ENOMEM) }
    try store32(cdev + layout.references, 1)
    try storePointer(cdev + layout.type, devices.dynamicType)
    try initialiseList(cdev + layout.inodes)
    try storePointer(cdev + layout.owner, owner)
    try storePointer(cdev + layout.operations, operations)
    return cdev
  }

  /// Finds what serves a number, and counts a use of it and of its owner.
  ///
  /// Process context, may sleep. C: `kobj_lookup`.
  ///
  /// The lock is held while the owner is looked at: whoever faults there leaves it locked.
  /// - Returns: Nil where there is nothing, or its owner is being removed.
  func lookUpCdev(_ number: DeviceNumber) async throws(Trap) -> Address? {
    enter(.kobjLookup)
    try await lock(devices.lock, in: .kobjLookup)
    var found: Address?
    for cdev in devices.map.candidates(for: number) {
      enter(.exactLock)
      await step("exact_lock: before the owner is counted")
      let isCounted = try getCdev(cdev)
      current.stack.leave()
      if isCounted {
        found = cdev
        break
      }
    }
    unlock(devices.lock)
    current.stack.leave()
    return found
  }

  /// Counts a use of a device and of its owner.
  ///
  /// Any context. C: `cdev_get`.
  ///
  /// - Returns: False where the owner is being removed, or nobody uses the device any more.
  func getCdev(_ cdev: Address) throws(Trap) -> Bool {
    let owner = try loadPointer(cdev + version.cdev.owner)
    guard try getOwner(owner) else { return false }
    let references = try load32(cdev + version.cdev.references)
    guard references != 0 else {
      try putOwner(owner)
      return false
    }
    try store32(cdev + version.cdev.references, references &+ 1)
    return true
  }

  /// Takes both uses back.
  ///
  /// Any context. C: `cdev_put`.
  func putCdev(_ cdev: Address) throws(Trap) {
    enter(.cdevPut)
    let owner = try loadPointer(cdev + version.cdev.owner)
    try dropCdev(cdev)
    try putOwner(owner)
    current.stack.leave()
  }

  /// Takes a use of a device back; with the last one, the files that were opened through it forget
  /// it.
  ///
  /// C: `kobject_put`, `cdev_default_release`, `cdev_dynamic_release`.
  func dropCdev(_ cdev: Address) throws(Trap) {
    let layout = version.cdev
    let references = try load32(cdev + layout.references)
    guard references > 0 else { return }
    try store32(cdev + layout.references, references - 1)
    guard references == 1 else { return }
    let head = cdev + layout.inodes
    while case let link = try loadPointer(head), link != head, link != .null {
      try removeFromList(link)
      try initialiseList(link)
      try storePointer(link - wordBytes, .null)
    }
    if try loadPointer(cdev + layout.type) == devices.dynamicType { freeOwn(cdev) }
  }

  /// Counts a use of the module whose header lies at an address, if it is a module at all.
  ///
  /// C: `try_module_get`, `try_inc_mod_count`.
  func getOwner(_ owner: Address) throws(Trap) -> Bool {
    if owner == .null { return true }
    return try tryGetModule(at: owner)
  }

  /// C: `module_put`.
  func putOwner(_ owner: Address) throws(Trap) {
    if owner != .null { try putModule(at: owner) }
  }
}
