extension UseCountLoader {
  /// Counts a use of a module from outside, if the module is not going.
  ///
  /// Any context but a hard interrupt: the lock is a plain one. C: `try_inc_mod_count` of 2.4. 2.2 has
  /// nobody who calls it: nobody knows whose code he calls.
  func tryGet(_ header: Address, on kernel: Kernel) throws(Trap) -> Bool {
    guard countsFromOutside else { return true }
    let lock = kernel.loading.unloadLock
    kernel.lock(lock)
    let flags = ModuleFlags(rawValue: try kernel.load32(header + self.header.state))
    let isThere = !flags.contains(.deleted)
    if isThere { try change(header, by: 1, on: kernel) }
    kernel.unlock(lock)
    return isThere
  }

  /// Counts a use, whatever is becoming of the module.
  ///
  /// C: `__MOD_INC_USE_COUNT`.
  func get(_ header: Address, on kernel: Kernel) throws(Trap) {
    try change(header, by: 1, on: kernel)
  }

  /// Takes a use back.
  ///
  /// C: `__MOD_DEC_USE_COUNT`. Nobody notices where there was none.
  func put(_ header: Address, on kernel: Kernel) throws(Trap) {
    try change(header, by: -1, on: kernel)
  }

  /// Changes a count, and notes in the flags that somebody was here.
  ///
  /// The flags are written after the count: by then it can be 0 and, with a second processor, the
  /// header gone.
  private func change(_ header: Address, by change: Int32, on kernel: Kernel) throws(Trap) {
    let counter = header + self.header.count
    let count = Int32(bitPattern: try kernel.load32(counter)) &+ change
    try kernel.store32(counter, UInt32(bitPattern: count))
    if kernel.processor.preemptCount == 0 {
      let call = change > 0 ? "MOD_INC_USE_COUNT" : "MOD_DEC_USE_COUNT"
      kernel.stepInPlace("\(call): after the count, before the flags")
    }
    let flags = ModuleFlags(rawValue: try kernel.load32(header + self.header.state))
    try kernel.store32(
      header + self.header.state,
      flags.union(change > 0 ? [.visited, .usedOnce] : .visited).rawValue)
    kernel.recordUseCount(at: header)
  }

  func useCount(of module: ModuleRecord, on kernel: Kernel) -> Int {
    Int(Int32(bitPattern: kernel.memory.load32(module.countAddress) ?? 0))
  }

  func state(of module: ModuleRecord, on kernel: Kernel) -> ModuleState {
    let flags = kernel.flags(of: module)
    return flags.contains(.deleted) ? .going : flags.contains(.running) ? .live : .coming
  }

  /// A module that is being removed is not found: another one of its name can be loaded.
  func finds(_ module: ModuleRecord, on kernel: Kernel) -> Bool {
    !kernel.flags(of: module).contains(.deleted)
  }
}

extension Kernel {
  /// Whether a module of 2.2 or 2.4 may not be removed now.
  ///
  /// C: `MOD_IN_USE`.
  func isInUse(_ module: ModuleRecord) -> Bool {
    if let judge = module.instance as? any CanUnload { return judge.canUnload() != 0 }
    return useCount(of: module) != 0
  }

  func setUseCount(of module: ModuleRecord, to count: Int) {
    _ = memory.store32(module.countAddress, UInt32(bitPattern: Int32(truncatingIfNeeded: count)))
  }

  /// The flags of a module of 2.2 or 2.4.
  func flags(of module: ModuleRecord) -> ModuleFlags {
    ModuleFlags(rawValue: memory.load32(module.stateAddress) ?? 0)
  }

  func setFlags(of module: ModuleRecord, to flags: ModuleFlags) {
    _ = memory.store32(module.stateAddress, flags.rawValue)
  }
}
