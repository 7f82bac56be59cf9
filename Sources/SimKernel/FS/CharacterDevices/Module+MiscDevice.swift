extension Module {
  /// Makes a device known that shares major 10 with others.
  ///
  /// Process context, may sleep. C: `misc_register` (from 2.6 on).
  ///
  /// In 6.1 the kernel makes a file in `/dev` for it. A minor that was chosen stands in
  /// ``MiscDevice/minor`` afterwards.
  /// - Throws: `EBUSY` where its minor is taken or none is free, `EEXIST` where its name is taken,
  ///   `ENOSYS` before 2.6.
  public func miscRegister(_ device: MiscDevice) throws(Errno) {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    guard calls.kernel.has(.deviceModel, "misc_register") else { throw .ENOSYS }
    let address = calls.kernel.place(device, in: calls.module)
    device.minor = try calls.attempt { () throws(Trap) in
      try calls.kernel.miscRegister(address, name: device.name)
    }
    calls.kernel.record(.registered(kind: "misc device", name: device.name))
  }

  /// Makes a device unknown; it asks nobody who still has it open.
  ///
  /// Process context, may sleep. C: `misc_deregister` (from 2.6 on).
  public func miscDeregister(_ device: MiscDevice) {
    guard let calls = KernelCalls(self), calls.kernel.has(.deviceModel, "misc_deregister"),
      let address = device.address
    else { return }
    _ = calls.now { () throws(Trap) in try calls.kernel.miscDeregister(address) }
    calls.kernel.record(.unregistered(kind: "misc device", name: device.name))
  }
}
