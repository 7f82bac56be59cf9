/// References to modules, as the rest of the kernel takes and returns them.
extension Kernel {
  /// Takes a reference to the module whose header lies at an address, before it is called from
  /// outside.
  ///
  /// Any context but, in 2.4, a hard interrupt. C: `try_inc_mod_count`, `try_module_get`.
  ///
  /// - Returns: False where the module is being removed; true where there is no module, `NULL`.
  func tryGetModule(at header: Address) throws(Trap) -> Bool {
    guard header != .null else { return true }
    let isTaken = try version.loader.tryGet(header, on: self)
    if isTaken { watch?.counted(header, by: 1, moduleBeingExecuted) }
    return isTaken
  }

  /// Takes one more reference to a module that is referred to already.
  ///
  /// Any context. C: `__MOD_INC_USE_COUNT`, `__module_get`.
  func getModule(at header: Address) throws(Trap) {
    guard header != .null else { return }
    try version.loader.get(header, on: self)
    watch?.counted(header, by: 1, moduleBeingExecuted)
  }

  /// Gives a reference back.
  ///
  /// Any context. C: `__MOD_DEC_USE_COUNT`, `module_put`.
  func putModule(at header: Address) throws(Trap) {
    guard header != .null else { return }
    try version.loader.put(header, on: self)
    watch?.counted(header, by: -1, moduleBeingExecuted)
  }

  /// The count of a module that is loaded, as `/proc/modules` shows it.
  ///
  /// C: `mod->uc.usecount`, `module_refcount`.
  func useCount(of module: ModuleRecord) -> Int { version.loader.useCount(of: module, on: self) }

  /// What a loaded module's header says of it.
  ///
  /// C: `mod->state`.
  func state(of module: ModuleRecord) -> ModuleState { version.loader.state(of: module, on: self) }

  /// Notes a changed count for the trace; nothing is looked up where nobody watches.
  func recordUseCount(at header: Address) {
    guard trace.isEnabled, let module = modules.withHeader(at: header) else { return }
    record(.useCount(module: module.name, count: useCount(of: module)))
  }

  /// The text of `/proc/modules`.
  ///
  /// Process context, may sleep.
  func moduleList() async throws(Trap) -> String { try await version.loader.list(on: self) }
}
