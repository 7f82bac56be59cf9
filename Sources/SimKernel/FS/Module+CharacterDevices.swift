extension Module {
  /// Takes a major number for a driver.
  ///
  /// Process context. C: `register_chrdev`.
  ///
  /// - Parameters:
  ///   - major: The number, or 0 for the highest one that is free.
  ///   - name: What `/proc/devices` shows. It lies in this module's memory, like the operations.
  ///   - operations: The driver's functions.
  /// - Returns: The number that was chosen where 0 was asked for; else 0.
  /// - Throws: `EINVAL` for a number above 254, `EBUSY` where it is taken or none is free.
  @discardableResult
  public func registerChrdev(
    _ major: Int, _ name: String, _ operations: FileOperations
  ) throws(Errno) -> Int {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    let kernel = calls.kernel
    let table = kernel.place(operations, in: calls.module)
    let text = kernel.place(name, in: calls.module)
    let result = calls.now { () throws(Trap) in
      try kernel.registerChrdev(major, name: text, operations: table)
    }
    guard let result else { throw .EFAULT }
    let number = try result.get()
    kernel.record(.registered(kind: "character device", name: name))
    return number
  }

  /// Gives a major number back.
  ///
  /// It asks nobody who still has the device open. Process context. C: `unregister_chrdev`.
  ///
  /// - Parameters:
  ///   - major: The number.
  ///   - name: The name under which it was taken.
  /// - Throws: `EINVAL` where the number is free or was taken under another name.
  public func unregisterChrdev(_ major: Int, _ name: String) throws(Errno) {
    guard let calls = KernelCalls(self) else { return }
    let result = calls.now { () throws(Trap) in try calls.kernel.unregisterChrdev(major, name) }
    guard let result else { return }
    try result.get()
    calls.kernel.record(.unregistered(kind: "character device", name: name))
  }
}
