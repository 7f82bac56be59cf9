/// Opening a device through its `cdev`. C: `chrdev_open` of 2.6 and later.
extension Kernel {
  /// Bytes of what the kernel keeps of a device file: the `cdev` it leads to, and its place in the
  /// list of those.
  ///
  /// C: `i_cdev` and `i_devices` of `struct inode`.
  private var inodeBytes: Int { 3 * Int(wordBytes) }

  /// Finds the operations that serve a device file, and counts uses of both owners.
  ///
  /// - Returns: Where the operations lie, and the `cdev`.
  func findByCdev(_ node: DeviceNode) async throws(Trap) -> (operations: Address, cdev: Address) {
    let inode = try inode(of: node)
    var cdev = try loadPointer(inode)
    if cdev != .null {
      guard try getCdev(cdev) else { throw .errno(.ENXIO) }
    } else {
      guard let found = try await lookUpCdev(node.number) else { throw .errno(.ENXIO) }
      cdev = try remember(found, in: inode)
    }
    await step("chrdev_open: the cdev is counted, its operations are not")
    let operations = try loadPointer(cdev + version.cdev.operations)
    guard operations != .null, try getOperations(operations) else {
      try putCdev(cdev)
      throw .errno(.ENXIO)
    }
    return (operations, cdev)
  }

  private func inode(of node: DeviceNode) throws(Trap) -> Address {
    if let inode = node.inode { return inode }
    guard let inode = heap.allocate(bytes: inodeBytes) else { throw .errno(.ENOMEM) }
    try initialiseList(inode + wordBytes)
    node.inode = inode
    return inode
  }

  /// Notes in a device file which `cdev` it leads to, so that nobody has to look again.
  ///
  /// - Returns: The one that it leads to: another opener may have been faster.
  private func remember(_ found: Address, in inode: Address) throws(Trap) -> Address {
    let known = try loadPointer(inode)
    if known == .null {
      try storePointer(inode, found)
      try addToList(inode + wordBytes, after: found + version.cdev.inodes)
      return found
    }
    let isCounted = try getCdev(known)
    try putCdev(found)
    guard isCounted else { throw .errno(.ENXIO) }
    return known
  }
}
