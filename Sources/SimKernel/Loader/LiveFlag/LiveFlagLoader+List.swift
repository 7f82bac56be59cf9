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
    guard listsStates else { return firstLine(of: module, on: kernel) }
    let state = kernel.state(of: module)
    let word = state == .going ? "Unloading" : state == .coming ? "Loading" : "Live"
    // Since 4.15, the address is nobody's business who is not root.
    let isHidden = protectsPages && kernel.current.userID != 0
    let address = kernel.version.architecture.hexadecimal(isHidden ? 0 : module.base.rawValue)
    let suffix = kernel.version.taints.lineEnd(
      ofModule: module.taints, isComing: state == .coming, isGoing: state == .going)
    let uses =
      kernel.version.configuration.unloadsModules
      ? "\(useCount(of: module, on: kernel)) \(users(of: module))" : "- -"
    return "\(module.name) \(module.shownSize) \(uses) \(word) 0x\(address)\(suffix)\n"
  }

  /// The line of the first such kernels: name, size, uses and users, with blanks between them.
  private func firstLine(of module: ModuleRecord, on kernel: Kernel) -> String {
    let words = ["\(useCount(of: module, on: kernel))"] + userWords(of: module)
    return "\(module.name) \(module.shownSize) \(words.joined(separator: " "))\n"
  }

  /// The modules that use it and what else keeps it, each with a comma behind it; `-` where there is
  /// nothing.
  private func users(of module: ModuleRecord) -> String {
    let words = userWords(of: module)
    return words.isEmpty ? "-" : words.map { $0 + "," }.joined()
  }

  private func userWords(of module: ModuleRecord) -> [String] {
    var words = module.users.map(\.name)
    if module.isUnsafe, knowsUnsafeModules { words.append("[unsafe]") }
    if isPermanent(module) { words.append("[permanent]") }
    return words
  }
}
