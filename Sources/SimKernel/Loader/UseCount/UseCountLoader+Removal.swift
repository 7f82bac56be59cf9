extension UseCountLoader {
  /// Removes a module that nobody uses.
  ///
  /// C: `sys_delete_module`. The flags came later: these kernels do not look at them.
  ///
  /// Nothing is counted again after the cleanup function has run, and nobody looks for pointers into
  /// the memory that goes.
  func remove(_ name: String?, flags: RemovalFlags, on kernel: Kernel) async throws(Trap) {
    try kernel.checkModuleCapability()
    await kernel.lockKernel()
    defer { kernel.unlockKernel() }
    guard let name else { return try await removeUnused(on: kernel) }
    guard let module = kernel.findModule(try kernel.moduleName(name)) else {
      throw .errno(.ENOENT)
    }
    guard module.users.isEmpty, try await markAsDeleted(module, on: kernel) else {
      kernel.record(.removalRefused(module: module.name, errno: Errno.EBUSY.rawValue))
      throw .errno(.EBUSY)
    }
    await kernel.step("sys_delete_module: marked as deleted, before cleanup")
    try await free(module, tagsFreed: false, on: kernel)
  }

  /// Decides that a module goes, unless it is used.
  ///
  /// 2.4 looks and decides under `unload_lock`, so that nobody can count in between through
  /// `try_inc_mod_count`; a module that counts itself asks nobody. In 2.2 two steps follow each other.
  private func markAsDeleted(_ module: ModuleRecord, on kernel: Kernel) async throws(Trap) -> Bool {
    if countsFromOutside { await kernel.lockPaused(kernel.loading.unloadLock) }
    defer { if countsFromOutside { kernel.unlock(kernel.loading.unloadLock) } }
    guard try !isInUse(module, on: kernel) else { return false }
    await kernel.step("sys_delete_module: not in use, before it is marked as deleted")
    kernel.setFlags(of: module, to: kernel.flags(of: module).union(.deleted))
    return true
  }

  /// Whether a module may not be removed now.
  ///
  /// C: `__MOD_IN_USE`.
  func isInUse(_ module: ModuleRecord, on kernel: Kernel) throws(Trap) -> Bool {
    let isInUse = kernel.isInUse(module)
    if let death = kernel.current.takePendingDeath() { throw .fault(death) }
    return isInUse
  }

  /// Runs the cleanup function of a module that was running, then takes its memory away.
  ///
  /// C: `free_module`.
  ///
  /// `tagsFreed` says whether a module that loses its last user thereby gets a second chance.
  func free(_ module: ModuleRecord, tagsFreed: Bool, on kernel: Kernel) async throws(Trap) {
    kernel.enter(.freeModule)
    kernel.setFlags(of: module, to: kernel.flags(of: module).union(.deleted))
    if kernel.flags(of: module).contains(.running) {
      try await kernel.runCleanup(of: module)
      kernel.setFlags(of: module, to: kernel.flags(of: module).subtracting(.running))
    }
    await kernel.step("free_module: after cleanup, before it leaves the list")
    for dependency in module.dependencies {
      dependency.users.removeAll { $0 === module }
      if tagsFreed, dependency.users.isEmpty {
        kernel.setFlags(of: dependency, to: kernel.flags(of: dependency).union(.justFreed))
      }
    }
    kernel.modules.remove(module)
    await kernel.step("free_module: off the list, before it is unmapped")
    kernel.unmap(module)
    kernel.current.stack.leave()
  }

  /// Removes what `kmod` loaded and nobody has used since somebody last called this.
  ///
  /// C: `sys_delete_module(NULL)`, `rmmod -a`.
  private func removeUnused(on kernel: Kernel) async throws(Trap) {
    var hasRemoved = true
    while hasRemoved {
      hasRemoved = false
      // The list may be another one after a cleanup function has slept.
      for module in Array(kernel.modules) where module.listSlot != nil {
        guard try mayBeRemoved(module, on: kernel) else { continue }
        let flags = kernel.flags(of: module)
        if flags.contains(.visited), !flags.contains(.justFreed) {
          kernel.setFlags(of: module, to: flags.subtracting(.visited))
        } else {
          kernel.setFlags(of: module, to: flags.union(.deleted))
          try await free(module, tagsFreed: true, on: kernel)
          hasRemoved = true
        }
      }
    }
    for module in kernel.modules {
      kernel.setFlags(of: module, to: kernel.flags(of: module).subtracting(.justFreed))
    }
  }

  private func mayBeRemoved(_ module: ModuleRecord, on kernel: Kernel) throws(Trap) -> Bool {
    let flags = kernel.flags(of: module)
    guard module.users.isEmpty, flags.isSuperset(of: [.autoclean, .running, .usedOnce]),
      !flags.contains(.deleted)
    else { return false }
    return try !isInUse(module, on: kernel)
  }
}
