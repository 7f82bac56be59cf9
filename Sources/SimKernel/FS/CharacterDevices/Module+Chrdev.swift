extension Module {
  /// Takes a major number for a driver.
  ///
  /// Process context, may sleep. C: `register_chrdev`.
  ///
  /// - Parameters:
  ///   - major: The number, or 0 for the highest one that is free.
  ///   - name: What `/proc/devices` shows. It lies in this module's memory, like the operations;
  ///     from 2.6 on the kernel copies it.
  ///   - operations: The driver's functions.
  /// - Returns: The number that was chosen where 0 was asked for; else 0.
  /// - Throws: `EINVAL` for a number above 254 in 2.2 and 2.4, above 511 in 6.1; `EBUSY` where it is
  ///   taken or none is free.
  @discardableResult
  public func registerChrdev(
    _ major: Int, _ name: String, _ operations: FileOperations
  ) throws(Errno) -> Int {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    let kernel = calls.kernel
    let table = kernel.place(operations, in: calls.module)
    let text = kernel.place(name, in: calls.module)
    let number = try calls.attempt { () throws(Trap) in
      switch kernel.version.files.lookup {
      case .slots: try kernel.takeSlot(major, name: text, operations: table)
      case .cdevs: try kernel.registerChrdev(major, name: name, operations: table)
      }
    }
    kernel.record(.registered(kind: "character device", name: name))
    return number
  }

  /// Gives a major number back.
  ///
  /// It asks nobody who still has the device open. Process context, may sleep. C: `unregister_chrdev`.
  ///
  /// - Parameters:
  ///   - major: The number.
  ///   - name: The name under which it was taken.
  /// - Throws: `EINVAL` where the number is free or was taken under another name; from 2.6 on
  ///   nothing, and the name does not matter.
  public func unregisterChrdev(_ major: Int, _ name: String) throws(Errno) {
    guard let calls = KernelCalls(self) else { return }
    let kernel = calls.kernel
    let result = calls.now { () throws(Trap) in
      switch kernel.version.files.lookup {
      case .slots: try kernel.freeSlot(major, name)
      case .cdevs: try kernel.unregisterChrdev(major)
      }
    }
    guard let result else { return }
    try result.get()
    kernel.record(.unregistered(kind: "character device", name: name))
  }
}
