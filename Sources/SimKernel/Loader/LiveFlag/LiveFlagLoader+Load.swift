extension LiveFlagLoader {
  /// Loads a module and runs its init function.
  ///
  /// C: `sys_init_module`, `load_module`, `do_init_module`.
  ///
  /// `module_mutex` is held while the module is put together, up to 2.6.24 all the time; never while
  /// init runs.
  func load(
    _ image: ModuleImage, arguments: String, flags: LoadFlags, on kernel: Kernel
  ) async throws(Trap) {
    try kernel.checkModuleCapability()
    kernel.enter(.loadModule)
    if !waitsForLoaders { try await kernel.lockInterruptibly(kernel.loading.mutex) }
    let module: ModuleRecord
    do throws(Trap) {
      module = try await form(image, arguments, flags, on: kernel)
    } catch {
      if case .errno = error, !waitsForLoaders { kernel.unlock(kernel.loading.mutex) }
      throw error
    }
    if !waitsForLoaders { kernel.unlock(kernel.loading.mutex) }
    await kernel.step("load_module: coming, before the notifiers")
    try await kernel.notify(.coming, about: module)
    if waitsForLoaders { try await parse(arguments, for: module, on: kernel) }
    kernel.current.stack.leave()
    try await initialise(module, on: kernel)
  }

  /// Puts a module together: afterwards it is coming, and in the list.
  private func form(
    _ image: ModuleImage, _ arguments: String, _ flags: LoadFlags, on kernel: Kernel
  ) async throws(Trap) -> ModuleRecord {
    guard let rules = kernel.symbolRules else { throw .errno(.ENOSYS) }
    let link = try ModuleLink(image, rules, flags: flags, on: kernel)
    let name = image.name.endingAtNUL
    if !waitsForLoaders, kernel.findModule(name) != nil { throw .errno(.EEXIST) }
    let module = try kernel.makeModule(name, plan(image, on: kernel))
    if waitsForLoaders { try await reserveName(of: module, on: kernel) }
    setState(waitsForLoaders ? .unformed : .coming, of: module, on: kernel)
    beginCounting(module, on: kernel)
    link.begin(module)
    kernel.makeInstance(of: image, in: module)
    kernel.placeInit(of: module, isInitial: true)
    kernel.placeExports(of: module)
    kernel.placeParameterCalls(of: module)
    do throws(Trap) {
      try await resolve(link, for: module, on: kernel)
      link.checkExportedVersions(of: module)
      try await complete(module, link, on: kernel)
      if !waitsForLoaders { try await kernel.parse(arguments, for: module) }
    } catch {
      if case .errno = error { try await discard(module, on: kernel) }
      throw error
    }
    if !waitsForLoaders { kernel.modules.insert(module) }
    return module
  }

  /// Makes a module one that others can see and whose symbols they find, if nobody has them already.
  ///
  /// C: `complete_formation` of 6.1, `verify_export_symbols` of 2.6.24; before, nobody looked.
  private func complete(
    _ module: ModuleRecord, _ link: ModuleLink, on kernel: Kernel
  ) async throws(Trap) {
    if waitsForLoaders { await kernel.lock(kernel.loading.mutex) }
    do throws(Trap) {
      if refusesDuplicates { try link.checkDuplicates(of: module) }
    } catch {
      if waitsForLoaders { kernel.unlock(kernel.loading.mutex) }
      throw error
    }
    kernel.exports.add(module)
    setState(.coming, of: module, on: kernel)
    if waitsForLoaders { kernel.unlock(kernel.loading.mutex) }
  }

  /// Puts a module that is not formed yet into the list, once nobody else loads one of its name.
  ///
  /// C: `add_unformed_module` of 6.1.
  private func reserveName(of module: ModuleRecord, on kernel: Kernel) async throws(Trap) {
    await kernel.lock(kernel.loading.mutex)
    guard let other = anyModule(module.name, on: kernel) else {
      kernel.modules.insert(module)
      return kernel.unlock(kernel.loading.mutex)
    }
    var isLoaded = kernel.state(of: other) == .live
    let isLoading = [.coming, .unformed].contains(kernel.state(of: other))
    kernel.unlock(kernel.loading.mutex)
    do throws(Trap) {
      if isLoading { isLoaded = try await waitUntilLoaded(module.name, on: kernel) }
    } catch {
      kernel.unmap(module)
      throw error
    }
    kernel.unmap(module)
    throw .errno(isLoaded ? .EEXIST : .EBUSY)
  }

  /// Waits until whoever loads a module of this name is done; says whether it is there now.
  ///
  /// C: `finished_loading`.
  private func waitUntilLoaded(_ name: String, on kernel: Kernel) async throws(Trap) -> Bool {
    _ = try await kernel.waitForModule { () throws(Trap) in
      guard let other = anyModule(name, on: kernel) else { return true }
      return [.live, .going].contains(kernel.state(of: other))
    }
    await kernel.lock(kernel.loading.mutex)
    defer { kernel.unlock(kernel.loading.mutex) }
    return anyModule(name, on: kernel).map { kernel.state(of: $0) == .live } ?? false
  }

  /// The module of a name, also one that is not formed.
  private func anyModule(_ name: String, on kernel: Kernel) -> ModuleRecord? {
    kernel.modules.first(named: name) { _ in true }
  }

  /// Reads the arguments where the module is in the list already: a bad one ends it as a failing init
  /// would.
  private func parse(
    _ arguments: String, for module: ModuleRecord, on kernel: Kernel
  ) async throws(Trap) {
    do throws(Trap) {
      try await kernel.parse(arguments, for: module)
    } catch {
      if case .errno = error { try await fail(module, on: kernel) }
      throw error
    }
  }

  /// Runs init; afterwards the module is live, or gone.
  ///
  /// C: `do_init_module`.
  private func initialise(_ module: ModuleRecord, on kernel: Kernel) async throws(Trap) {
    kernel.enter(.doInitModule)
    let result = try await kernel.runInit(of: module)
    kernel.record(.initialised(module: module.name, errno: max(0, result == .min ? .max : -result)))
    if let errno = Errno(returned: result) {
      try await fail(module, on: kernel)
      throw .errno(errno)
    }
    if result > 0, complainsAboutPositiveInit { complain(about: result, of: module, on: kernel) }
    kernel.placeCleanup(of: module)
    setState(.live, of: module, on: kernel)
    try await kernel.notify(.live, about: module)
    await kernel.step("do_init_module: live, before the first use is given back")
    await kernel.lock(kernel.loading.mutex)
    try put(module.address, on: kernel)
    kernel.freeInitialRegion(of: module)
    kernel.unlock(kernel.loading.mutex)
    kernel.wakeModuleWaiters()
    kernel.current.stack.leave()
  }

  private func complain(about result: Int, of module: ModuleRecord, on kernel: Kernel) {
    kernel.printk(
      "do_init_module: '\(module.name)'->init suspiciously returned \(result), it should follow "
        + "0/-E convention\n")
    kernel.printk("do_init_module: loading module anyway...\n")
    kernel.dumpStack()
  }

  /// Takes a module away again whose init failed.
  ///
  /// Whoever has a reference by now is not asked: the memory goes.
  private func fail(_ module: ModuleRecord, on kernel: Kernel) async throws(Trap) {
    setState(.going, of: module, on: kernel)
    await kernel.waitForGracePeriod()
    if module.isUnsafe, knowsUnsafeModules {
      return kernel.printk("\(module.name): module is now stuck!\n", .error)
    }
    try put(module.address, on: kernel)
    try await kernel.notify(.going, about: module)
    try await discard(module, on: kernel)
    kernel.wakeModuleWaiters()
  }

  /// Gives everything back that a module has: list, references, memory.
  private func discard(_ module: ModuleRecord, on kernel: Kernel) async throws(Trap) {
    let needsMutex = kernel.loading.mutex.holder !== kernel.current
    if needsMutex { await kernel.lock(kernel.loading.mutex) }
    try await free(module, on: kernel)
    if needsMutex { kernel.unlock(kernel.loading.mutex) }
    if waitsForLoaders { kernel.wakeModuleWaiters() }
  }
}
