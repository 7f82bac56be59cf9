/// The use count of a module, where 2.4 keeps it: in the header on the module's own pages.
/// C: `__MOD_INC_USE_COUNT`.
extension Kernel {
  /// Changes a count, and notes in the flags that somebody was here.
  ///
  /// Any context.
  ///
  /// The flags are written after the count: by then it can be 0 and, with a second processor, the
  /// header gone.
  func changeUseCount(at header: Address, by change: Int32) throws(Trap) {
    let counter = header + ModuleRecord.useCountOffset
    let count = Int32(bitPattern: try load32(counter)) &+ change
    try store32(counter, UInt32(bitPattern: count))
    var flags = ModuleRecord.Flags(rawValue: try load32(header + ModuleRecord.flagsOffset))
    flags.insert(change > 0 ? [.visited, .usedOnce] : .visited)
    try store32(header + ModuleRecord.flagsOffset, flags.rawValue)
    if let module = modules.first(where: { $0.address == header }) {
      record(.useCount(module: module.name, count: Int(count)))
    }
  }

  /// Takes a reference to the module whose header lies at an address, before it is called from
  /// outside.
  ///
  /// Any context but a hard interrupt. C: `try_inc_mod_count`.
  ///
  /// - Returns: False where the module is being removed.
  func tryGetModule(at header: Address) throws(Trap) -> Bool {
    let flags = ModuleRecord.Flags(rawValue: try load32(header + ModuleRecord.flagsOffset))
    if flags.contains(.deleted) { return false }
    try changeUseCount(at: header, by: 1)
    return true
  }

  /// Gives a reference back.
  ///
  /// Any context. C: `__MOD_DEC_USE_COUNT`.
  func putModule(at header: Address) throws(Trap) { try changeUseCount(at: header, by: -1) }

  /// The count of a module that is loaded.
  ///
  /// C: `mod->uc.usecount`.
  func useCount(of module: ModuleRecord) -> Int {
    Int(Int32(bitPattern: memory.load32(module.useCountAddress) ?? 0))
  }

  /// Whether a module may not be removed now.
  ///
  /// C: `MOD_IN_USE`.
  func isInUse(_ module: ModuleRecord) -> Bool {
    if let judge = module.instance as? any CanUnload { return judge.canUnload() != 0 }
    return useCount(of: module) != 0
  }

  func setUseCount(of module: ModuleRecord, to count: Int) {
    _ = memory.store32(module.useCountAddress, UInt32(bitPattern: Int32(truncatingIfNeeded: count)))
  }

  func flags(of module: ModuleRecord) -> ModuleRecord.Flags {
    ModuleRecord.Flags(rawValue: memory.load32(module.flagsAddress) ?? 0)
  }

  func setFlags(of module: ModuleRecord, to flags: ModuleRecord.Flags) {
    _ = memory.store32(module.flagsAddress, flags.rawValue)
  }
}
