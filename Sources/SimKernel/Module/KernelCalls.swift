/// What a module has in its hands when it calls the kernel: the machine that it is loaded on, and
/// its own memory there.
struct KernelCalls {
  let kernel: Kernel
  let module: ModuleRecord

  /// Finds the machine of a module; nil where the module is not loaded on one that is running, or
  /// where the process that runs its code is dead: then every call does nothing.
  init?(_ instance: any Module) {
    guard let kernel = Kernel.running else {
      ForeignCalls.note(instance)
      return nil
    }
    guard !kernel.isPanicked, !kernel.isTornDown,
      kernel.isInInterrupt || kernel.current.pendingDeath == nil,
      kernel.isInInterrupt || kernel.current.awaitedLock?.isAbandoned != true
    else { return nil }
    guard let module = kernel.recordsByInstance[ObjectIdentifier(instance)] else {
      kernel.complain(about: instance)
      return nil
    }
    if kernel.isStackAtItsEnd {
      kernel.overflowStack()
      return nil
    }
    self.kernel = kernel
    self.module = module
    // What the module's code did before it called, and what it will do, touches its variables.
    noteWrite(.moduleState(module.address))
  }

  /// Runs a call that cannot sleep.
  ///
  /// A fault in it ends the machine in an interrupt, else the process at its next chance.
  func now<Value>(_ body: () throws(Trap) -> Value) -> Result<Value, Errno>? {
    defer { noteWrite(.moduleState(module.address)) }
    return kernel.now(body)
  }

  /// Runs a call of a module that may sleep.
  ///
  /// A fault in it, or in the return from it into the module, ends the process here.
  ///
  /// A process that has no future never comes back from it while the machine lives; a loop round
  /// the call would never end.
  static func sleeping(
    _ instance: any Module, _ body: (KernelCalls) async throws(Trap) -> Void
  ) async {
    // On a thread that drives no machine there is nobody who could ever wake the caller.
    guard let kernel = Kernel.running else {
      ForeignCalls.note(instance)
      return await Kernel.suspendForGood()
    }
    let process = kernel.current
    if let death = process.takePendingDeath() { return await kernel.die(death) }
    do throws(Trap) { try await kernel.settle() } catch {
      if case .fault(let fault) = error { return await kernel.die(fault) }
    }
    if kernel.isPanicked || kernel.isTornDown { return await kernel.parkForGood(process) }
    guard let calls = KernelCalls(instance) else { return await kernel.exitAfterFault() }
    await calls.sleep(process, body)
  }

  private func sleep(
    _ process: Process, _ body: (KernelCalls) async throws(Trap) -> Void
  ) async {
    let caller = process.stack.current.flatMap { kernel.functions[$0.address] }
    let depth = process.stack.depth
    do throws(Trap) {
      try await body(self)
      process.stack.unwind(to: depth)
      guard !kernel.isTornDown, let caller else { return }
      // The module's code goes on here: it has to be there still.
      try kernel.checkText(at: process.stack.instructionPointer, of: caller)
      noteWrite(.moduleState(caller.module.address))
    } catch {
      if case .fault(let fault) = error { await kernel.die(fault) }
    }
  }
}

extension Kernel {
  /// Runs a part of the kernel that cannot sleep, on behalf of a module.
  ///
  /// A fault in it ends the machine in an interrupt, else the process at its next chance.
  func now<Value>(_ body: () throws(Trap) -> Value) -> Result<Value, Errno>? {
    let depth = current.stack.depth
    do throws(Trap) {
      return .success(try body())
    } catch {
      current.stack.unwind(to: depth)
      switch error {
      case .errno(let errno): return .failure(errno)
      case .fault(let fault):
        if isInInterrupt { dieInInterrupt(fault) } else { current.pendingDeath = fault }
        return nil
      }
    }
  }

  /// Says that an object calls the kernel that is no loaded module: one that is still being made,
  /// or a second one of its class.
  func complain(about instance: any Module) {
    let name = String(describing: Swift.type(of: instance))
    printk(
      "\(name): a call of the kernel from an object that is not loaded was refused; "
        + "init() can only give variables their values\n", .error)
  }
}
