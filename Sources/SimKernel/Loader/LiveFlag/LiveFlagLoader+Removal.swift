extension LiveFlagLoader {
  /// Removes a module that nobody uses, or waits until nobody does.
  ///
  /// C: `sys_delete_module`.
  ///
  /// A kernel that was built without unloading has no such call. A fault in the exit function leaves the module going for ever.
  func remove(_ name: String?, flags: RemovalFlags, on kernel: Kernel) async throws(Trap) {
    guard kernel.version.configuration.unloadsModules else { throw .errno(.ENOSYS) }
    try kernel.checkModuleCapability()
    guard let name else { throw .errno(.EFAULT) }
    let mutex = kernel.loading.mutex
    try await kernel.lockInterruptibly(mutex)
    let module: ModuleRecord
    do throws(Trap) {
      module = try await decide(name, flags, on: kernel)
    } catch {
      if case .errno = error { kernel.unlock(mutex) }
      throw error
    }
    if !exitsUnderMutex { kernel.unlock(mutex) }
    await kernel.step("sys_delete_module: going, before exit")
    try await kernel.runCleanup(of: module)
    try await kernel.notify(.going, about: module)
    if !exitsUnderMutex { await kernel.lock(mutex) }
    kernel.noteUnloaded(module)
    try await free(module, on: kernel)
    kernel.unlock(mutex)
    kernel.wakeModuleWaiters()
  }

  /// Looks at everything that can keep a module, and decides that it goes.
  private func decide(
    _ name: String, _ flags: RemovalFlags, on kernel: Kernel
  ) async throws(Trap) -> ModuleRecord {
    guard let module = kernel.findModule(name.endingAtNUL) else { throw .errno(.ENOENT) }
    guard module.users.isEmpty else { throw refusal(.EAGAIN, of: module, on: kernel) }
    var isForced = false
    guard mayGo(module, flags, &isForced, on: kernel) else {
      throw refusal(.EBUSY, of: module, on: kernel)
    }
    if isPermanent(module) || module.isUnsafe && knowsUnsafeModules, !isForced {
      isForced = force(flags, on: kernel)
      guard isForced else { throw refusal(.EBUSY, of: module, on: kernel) }
    }
    guard try await stop(module, flags, &isForced, on: kernel) else {
      throw refusal(.EAGAIN, of: module, on: kernel)
    }
    if waitsForUsers, !isForced { await waitForUsers(of: module, on: kernel) }
    return module
  }

  /// Whether the module is in a state that can be left.
  private func mayGo(
    _ module: ModuleRecord, _ flags: RemovalFlags, _ isForced: inout Bool, on kernel: Kernel
  ) -> Bool {
    switch (kernel.state(of: module), removalDuringInit) {
    case (.live, _), (.coming, .allowed): return true
    case (.coming, .refusedUnlessForced):
      isForced = force(flags, on: kernel)
      return isForced
    default: return false
    }
  }

  /// Whether a module can be loaded and never go: it has an init function and no exit.
  func isPermanent(_ module: ModuleRecord) -> Bool {
    module.instance.map { type(of: $0).hasInitModule && !type(of: $0).hasCleanupModule } ?? false
  }

  /// Whether the remover insists and the kernel hears him; then it will never be trusted again.
  ///
  /// C: `try_force_unload`.
  private func force(_ flags: RemovalFlags, on kernel: Kernel) -> Bool {
    guard flags.contains(.force), kernel.version.configuration.forcesUnload else { return false }
    kernel.addTaint(forcedRemovalTaint, unreliableLocks: true)
    return true
  }

  private func refusal(_ errno: Errno, of module: ModuleRecord, on kernel: Kernel) -> Trap {
    kernel.record(.removalRefused(module: module.name, errno: errno.rawValue))
    return .errno(errno)
  }

  /// Says that a module is going, if nobody uses it or the remover is ready to wait.
  ///
  /// C: `try_stop_module`.
  private func stop(
    _ module: ModuleRecord, _ flags: RemovalFlags, _ isForced: inout Bool, on kernel: Kernel
  ) async throws(Trap) -> Bool {
    if let flaw, let decision = try await stop(module, flags, with: flaw, on: kernel) {
      return decision
    }
    if counting == .atomic { return try await release(module, flags, &isForced, on: kernel) }
    if !leavesForcedModuleLive { module.waiter = kernel.current }
    var insists = isForced
    let isStopped = try await kernel.stopMachine { () throws(Trap) -> Bool in
      let isUsed = kernel.useCount(of: module) != 0
      if isUsed, flags.contains(.nonBlocking) {
        if !insists { insists = force(flags, on: kernel) }
        // 2.5.5x comes here, too, and then forgets the rest.
        if leavesForcedModuleLive || !insists { return insists }
      }
      module.waiter = kernel.current
      setState(.going, of: module, on: kernel)
      return true
    }
    isForced = insists
    return isStopped
  }

  /// Takes the module's own hold on itself away; what is zero then stays zero.
  ///
  /// C: `try_release_module_ref` of 6.1.
  private func release(
    _ module: ModuleRecord, _ flags: RemovalFlags, _ isForced: inout Bool, on kernel: Kernel
  ) async throws(Trap) -> Bool {
    let rest = try kernel.load32(module.countAddress) &- Self.base
    try kernel.store32(module.countAddress, rest)
    kernel.recordUseCount(at: module.address)
    if Int32(bitPattern: rest) < 0 {
      throw kernel.fault(.bug(file: "kernel/module/main.c", line: 656))
    }
    await kernel.step("try_release_module_ref: the base is taken, before it is put back")
    if rest != 0 {
      let count = try kernel.load32(module.countAddress)
      if count != 0 {
        try kernel.store32(module.countAddress, count &+ Self.base)
        if !isForced { isForced = force(flags, on: kernel) }
        guard isForced else { return false }
      }
    }
    await kernel.step("try_stop_module: nobody uses it, before it is going")
    setState(.going, of: module, on: kernel)
    return true
  }

  /// Sleeps until nobody uses the module.
  ///
  /// C: `wait_for_zero_refcount` of 2.6: no signal ends it.
  private func waitForUsers(of module: ModuleRecord, on kernel: Kernel) async {
    let process = kernel.current
    guard kernel.useCount(of: module) != 0 else { return }
    kernel.unlock(kernel.loading.mutex)
    while !kernel.isTornDown {
      process.state = .uninterruptible
      process.sleepingIn = "wait_for_zero_refcount"
      if kernel.useCount(of: module) == 0 { break }
      await kernel.step("wait_for_zero_refcount: still used, before schedule")
      await kernel.schedule()
    }
    process.state = .running
    await kernel.lock(kernel.loading.mutex)
  }

  /// Takes a module off the list and its memory away, once nobody can be in the middle of a look at
  /// it.
  ///
  /// C: `free_module`.
  func free(_ module: ModuleRecord, on kernel: Kernel) async throws(Trap) {
    kernel.enter(.freeModule)
    if waitsForLoaders { setState(.unformed, of: module, on: kernel) }
    if stopsBeforeFreeing, flaw != .freesAtOnce, module.listSlot != nil {
      try await kernel.stopMachine { () throws(Trap) in kernel.modules.remove(module) }
    } else {
      kernel.modules.remove(module)
      if counting == .atomic { await kernel.waitForGracePeriod() }
    }
    try dropDependencies(of: module, on: kernel)
    kernel.unmap(module)
    kernel.current.stack.leave()
  }
}
