extension TwoStageLoader {
  /// Removes a module in two stages.
  ///
  /// - Throws: `EBUSY` where it came to be used again, or refuses; `EINTR` where a signal came while it
  ///   was waited for; else as 2.6.24.
  func remove(_ name: String?, flags: RemovalFlags, on kernel: Kernel) async throws(Trap) {
    guard let name, let module = kernel.findModule(name.endingAtNUL),
      let instance = module.instance as? any TwoStageModule
    else { return try await single.remove(name, flags: flags, on: kernel) }
    try kernel.checkModuleCapability()
    guard module.users.isEmpty else { throw .errno(.EAGAIN) }
    guard kernel.state(of: module) == .live, !module.isOutOfUse else { throw .errno(.EBUSY) }
    module.isOutOfUse = true
    do throws(Trap) {
      try await call("deactivate", of: module, on: kernel) { () async throws(Errno) in
        try await instance.deactivate()
      }
    } catch {
      module.isOutOfUse = false
      throw error
    }
    await kernel.step("two stages: unregistered, before it is quiet")
    let isQuiet = try await quiesce(module, flags, on: kernel)
    if isQuiet, try await isStillUnused(module, on: kernel) {
      return try await destroy(module, instance, on: kernel)
    }
    let errno: Errno = kernel.current.hasPendingSignal ? .EINTR : .EBUSY
    try await reactivate(module, instance, on: kernel)
    throw .errno(errno)
  }

  /// Waits until every reference is back and every call has left, or a signal comes.
  ///
  /// - Returns: False where somebody still uses the module.
  private func quiesce(
    _ module: ModuleRecord, _ flags: RemovalFlags, on kernel: Kernel
  ) async throws(Trap) -> Bool {
    try await waitFor(module, .interruptible, flags, on: kernel) {
      kernel.useCount(of: module) == 0 && !kernel.runs(module)
    }
  }

  /// Sleeps until a condition holds; it is tested when a reference comes back, a call leaves the
  /// module, or a process ends.
  ///
  /// - Returns: False where the sleep was interrupted, or there was to be none.
  private func waitFor(
    _ module: ModuleRecord, _ state: Process.State, _ flags: RemovalFlags = [],
    on kernel: Kernel, _ condition: () throws(Trap) -> Bool
  ) async throws(Trap) -> Bool {
    let process = kernel.current
    module.waiter = process
    kernel.quieting.append(module)
    defer {
      module.waiter = nil
      kernel.quieting.removeAll { $0 === module }
    }
    while try !condition(), !kernel.isTornDown {
      if flags.contains(.nonBlocking) { return false }
      if state == .interruptible, process.hasPendingSignal { return false }
      process.state = state
      process.sleepingIn = process.stack.current?.name
      await kernel.schedule()
    }
    process.state = .running
    return true
  }

  /// Says that a module is going, if still nobody has come to use it.
  private func isStillUnused(_ module: ModuleRecord, on kernel: Kernel) async throws(Trap) -> Bool {
    try await kernel.stopMachine { () throws(Trap) in
      guard kernel.useCount(of: module) == 0, !kernel.runs(module) else { return false }
      single.setState(.going, of: module, on: kernel)
      return true
    }
  }

  private func destroy(
    _ module: ModuleRecord, _ instance: any TwoStageModule, on kernel: Kernel
  ) async throws(Trap) {
    try await call("destroy", of: module, on: kernel) { () async throws(Errno) in
      await instance.destroy()
    }
    // What was told to end may still be on its way out.
    _ = try await waitFor(module, .uninterruptible, on: kernel) {
      !kernel.runs(module, threadsIncluded: true)
    }
    try await kernel.notify(.going, about: module)
    await kernel.lock(kernel.loading.mutex)
    kernel.noteUnloaded(module)
    try await single.free(module, on: kernel)
    kernel.unlock(kernel.loading.mutex)
  }

  /// Puts a module back into use; where it cannot be, its destruction is deferred.
  private func reactivate(
    _ module: ModuleRecord, _ instance: any TwoStageModule, on kernel: Kernel
  ) async throws(Trap) {
    do throws(Trap) {
      try await call("reactivate", of: module, on: kernel) { () async throws(Errno) in
        try await instance.reactivate()
      }
      module.isOutOfUse = false
    } catch {
      guard case .errno = error, !kernel.isTornDown else { throw error }
      deferDestruction(of: module, instance, on: kernel)
    }
  }

  /// Leaves the rest to a thread that waits as long as it takes.
  private func deferDestruction(
    of module: ModuleRecord, _ instance: any TwoStageModule, on kernel: Kernel
  ) {
    do throws(Errno) {
      try kernel.spawn("reaper/\(module.name)") { [self] system in
        let wait: () async throws(Trap) -> Void = { () async throws(Trap) in
          _ = try await waitFor(module, .uninterruptible, on: kernel) {
            kernel.useCount(of: module) == 0 && !kernel.runs(module)
          }
          if try await isStillUnused(module, on: kernel) {
            try await destroy(module, instance, on: kernel)
          }
        }
        do throws(Errno) { try await system.call(.sysDeleteModule, wait) } catch { return 1 }
        return 0
      }
    } catch {
      kernel.printk("\(module.name): no memory to destroy it later\n", .error)
    }
  }

  /// Calls one of the module's functions, at its place on the module's text.
  private func call(
    _ name: String, of module: ModuleRecord, on kernel: Kernel,
    _ body: @escaping () async throws(Errno) -> Void
  ) async throws(Trap) {
    let pointer =
      module.functions.first { $0.name == name }
      ?? kernel.place(
        name, .initModule(body), in: module)
    let function = try kernel.enter(pointer.address)
    try await kernel.call(function, body)
  }
}

extension Kernel {
  /// Whether anybody but the caller is in the code of a module: running, interrupted, or asleep there.
  ///
  /// The module's own threads are ended by its destruction, and until then they count only if asked
  /// for.
  func runs(_ module: ModuleRecord, threadsIncluded: Bool = false) -> Bool {
    processes.all.contains { process in
      process !== current && process.exitStatus == nil
        && (threadsIncluded || deferred.threads[process.pid] == nil)
        && process.stack.frames.contains { $0.code.module === module }
    }
  }

  /// Wakes whoever waits for a module that is out of use: somebody may have left it.
  func tellWaiter(of module: ModuleRecord) {
    if module.isOutOfUse, let waiter = module.waiter { wakeUpProcess(waiter) }
  }
}
