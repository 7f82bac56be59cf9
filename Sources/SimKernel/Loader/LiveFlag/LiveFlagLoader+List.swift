extension LiveFlagLoader {
  /// The text of `/proc/modules`: the newest module first.
  ///
  /// C: `m_show`, under `module_mutex`: whoever reads it while that is held for ever, sleeps for ever.
  func list(on kernel: Kernel) async throws(Trap) -> String {
    kernel.enter(.moduleListStart)
    await kernel.lock(kernel.loading.mutex)
    var text = ""
    for module in kernel.modules where kernel.state(of: module) != .unformed {
      text += line(of: module, on: kernel)
    }
    kernel.unlock(kernel.loading.mutex)
    kernel.current.stack.leave()
    return text
  }

  /// Name, size, uses, users, state, address and taints.
  private func line(of module: ModuleRecord, on kernel: Kernel) -> String {
    let state = kernel.state(of: module)
    let word = state == .going ? "Unloading" : state == .coming ? "Loading" : "Live"
    // Since 4.15, the address is nobody's business who is not root.
    let isHidden = protectsPages && kernel.current.userID != 0
    let address = kernel.version.architecture.hexadecimal(isHidden ? 0 : module.base.rawValue)
    let suffix = taintSuffix(of: module, state)
    return "\(module.name) \(module.shownSize) \(useCount(of: module, on: kernel)) "
      + "\(users(of: module)) \(word) 0x\(address)\(suffix)\n"
  }

  /// The modules that use it and what else keeps it, each with a comma behind it; `-` where there is
  /// nothing.
  private func users(of module: ModuleRecord) -> String {
    var words = module.users.map(\.name)
    if module.isUnsafe, knowsUnsafeModules { words.append("[unsafe]") }
    if isPermanent(module) { words.append("[permanent]") }
    return words.isEmpty ? "-" : words.map { $0 + "," }.joined()
  }

  private func taintSuffix(of module: ModuleRecord, _ state: ModuleState) -> String {
    let mark = state == .going ? "-" : state == .coming ? "+" : ""
    let letters = ModuleRecord.taintLetters(module.taints)
    return letters.isEmpty && mark.isEmpty ? "" : " (\(letters)\(mark))"
  }
}

extension ModuleRecord {
  /// The letters that `/proc/modules` shows for a module's taints: proprietary, forced, out of the tree,
  /// unsigned.
  ///
  /// C: `module_flags_taint`.
  static func taintLetters(_ taints: UInt64) -> String {
    [(0, "P"), (1, "F"), (12, "O"), (13, "E")].filter { taints >> $0.0 & 1 != 0 }.map(\.1).joined()
  }
}
