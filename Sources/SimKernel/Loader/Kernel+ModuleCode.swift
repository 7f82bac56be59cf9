/// The parts of loading and removing that every loader has: whose call it is, what a name is, and the
/// calls of the module's two functions.
extension Kernel {
  /// Names longer than this are refused by 2.2 and 2.4.
  ///
  /// C: a page, less its NUL.
  private static let longestName = Int(Address.pageSize) - 1

  /// Only root may load and remove modules, and since 2.6.31 not even he where it was forbidden.
  ///
  /// C: `capable(CAP_SYS_MODULE)`, `modules_disabled`.
  func checkModuleCapability() throws(Trap) {
    guard current.userID == 0, !loading.isDisabled else { throw .errno(.EPERM) }
  }

  /// The name that a process gave, which ends at its first NUL.
  ///
  /// C: `get_mod_name` of 2.2 and 2.4.
  func moduleName(_ name: String) throws(Trap) -> String {
    let name = name.endingAtNUL
    guard name.utf8.count <= Self.longestName else { throw .errno(.ENAMETOOLONG) }
    guard !name.isEmpty else { throw .errno(.EINVAL) }
    return name
  }

  /// The module of a name; one that the loader does not look at any more is not found.
  ///
  /// C: `find_module`.
  func findModule(_ name: String) -> ModuleRecord? {
    modules.first(named: name) { version.loader.finds($0, on: self) }
  }

  /// Maps a module's pages; throws `ENOMEM` where there are none.
  func makeModule(_ name: String, _ plan: ModulePlan) throws(Trap) -> ModuleRecord {
    guard let bytes = Int(exactly: plan.core), let base = moduleArea.allocate(bytes: bytes) else {
      throw .errno(.ENOMEM)
    }
    var initial: Address?
    if plan.initial > 0 {
      initial = moduleArea.allocate(bytes: Int(plan.initial))
      guard initial != nil else {
        moduleArea.free(base)
        throw .errno(.ENOMEM)
      }
    }
    let module = ModuleRecord(name, plan, header: version.loader.header, at: base, initial)
    record(.mapped(module: name, address: base.rawValue, bytes: module.size))
    return module
  }

  /// Makes the object that holds a module's variables.
  func makeInstance(of image: ModuleImage, in module: ModuleRecord) {
    loading.moduleBeingMade = module
    let instance = image.type.init()
    loading.moduleBeingMade = nil
    module.instance = instance
    recordsByInstance[ObjectIdentifier(instance)] = module
    layOutFunctions(of: module, instance)
  }

  /// Gives a module's init function its place.
  func placeInit(of module: ModuleRecord, isInitial: Bool) {
    guard let instance = module.instance, type(of: instance).hasInitModule else { return }
    module.initFunction = place(
      type(of: instance).initModuleName,
      .initModule { () async throws(Errno) in try await instance.initModule() },
      in: module, isInitial: isInitial)
  }

  /// Gives a module's cleanup function its place.
  func placeCleanup(of module: ModuleRecord) {
    guard let instance = module.instance, type(of: instance).hasCleanupModule else { return }
    module.cleanupFunction = place(
      type(of: instance).cleanupModuleName, .cleanupModule { await instance.cleanupModule() },
      in: module)
  }

  /// Calls a module's init function.
  ///
  /// - Returns: What it returns in C: 0, a negative error number, or, against all custom, a positive
  ///   number.
  func runInit(of module: ModuleRecord) async throws(Trap) -> Int {
    guard let pointer = module.initFunction else { return 0 }
    let depth = current.stack.depth
    enter(version.chains.initCall)
    let count = processor.preemptCount
    let function = try enter(pointer.address)
    guard case .initModule(let body) = function.body else { throw wrongArguments(function) }
    do throws(Trap) {
      try await call(function) { () async throws(Errno) in try await body() }
      restorePreemption(to: count, after: function)
      current.stack.unwind(to: depth)
      return 0
    } catch {
      if case .errno = error { restorePreemption(to: count, after: function) }
      current.stack.unwind(to: depth)
      guard case .errno(let errno) = error, !isTornDown else { throw error }
      return errno.rawValue == .min ? .max : -errno.rawValue
    }
  }

  /// Says that an init function has come back with preemption forbidden, or allowed once too often, and
  /// puts it right.
  ///
  /// C: `do_one_initcall`.
  private func restorePreemption(to count: Int, after function: ModuleFunction) {
    guard !version.chains.initCall.isEmpty, countsPreemption, processor.preemptCount != count else {
      return
    }
    processor.preemptCount = count
    let words = Imbalance.initCall(
      symbolise(function.address), keptPreemptionOff: true, keptInterruptsOff: false)
    warn(words ?? "", file: "init/main.c", line: 1284)
  }

  /// Calls a module's cleanup function, if it has one.
  func runCleanup(of module: ModuleRecord) async throws(Trap) {
    guard let pointer = module.cleanupFunction else { return }
    let function = try enter(pointer.address)
    guard case .cleanupModule(let body) = function.body else { throw wrongArguments(function) }
    try await call(function) { () async throws(Errno) in await body() }
  }

  /// Gives the pages back that only init needed.
  ///
  /// C: freeing `module_init`, `init_layout`.
  func freeInitialRegion(of module: ModuleRecord) {
    guard let region = module.initialRegion else { return }
    watchPages([region], of: module)
    module.initialRegion = nil
    modules.unindex(region)
    if let function = module.initFunction, region.contains(function.address) {
      forget(function)
      module.functions.removeAll { $0 === function }
      module.initFunction = nil
    }
    moduleArea.free(region.start)
  }

  /// Takes all pages of a module away: from now on every access to them faults.
  ///
  /// C: `module_unmap` of 2.4, `module_free` of 2.6, `module_memfree` of 6.1.
  func unmap(_ module: ModuleRecord) {
    let regions = module.regions
    watchPages(regions, of: module)
    forget(module)
    for region in regions { moduleArea.free(region.start) }
    record(
      .unmapped(module: module.name, address: module.base.rawValue, bytes: module.size))
  }
}
