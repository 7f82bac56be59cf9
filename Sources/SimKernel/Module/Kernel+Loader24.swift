/// The system calls with which a module is loaded and removed in 2.4: `insmod` does most of it.
/// C: `kernel/module.c` of 2.4.20.
///
/// Each checks in the order of the real one. All run in process context and may sleep.
///
/// Some checks of the real ones cannot fail here. A name is no pointer into a process, so reading it
/// gives no `EFAULT`. A ``ModuleImage`` is a class and not the bytes of a `struct module`: it has no
/// header of a wrong size, no member out of bounds, no exception table, no flags and no
/// `kernel_data`. Modules export nothing to each other: there are no dependencies to check when one
/// is loaded, and no `refs` that could keep one from being removed. `delete_module(NULL)`, which
/// removes what `kmod` loaded, would find nothing: there is no `kmod`.
extension Kernel {
  /// Names longer than this are refused.
  ///
  /// C: a page, less its NUL.
  private static let longestName = Int(Address.pageSize) - 1

  /// Gives a module memory, under a name.
  ///
  /// C: `sys_create_module`.
  func createModule(_ name: String, size: Int) throws(Trap) -> Address {
    try checkCapability()
    let name = try moduleName(name)
    guard size >= Int(ModuleRecord.headerSize) + name.utf8.count else {
      throw .errno(.EINVAL)
    }
    guard findModule(name) == nil else { throw .errno(.EEXIST) }
    guard let address = moduleArea.allocate(bytes: size) else { throw .errno(.ENOMEM) }
    let module = ModuleRecord(name: name, address: address, size: size)
    _ = memory.store32(address, UInt32(ModuleRecord.headerSize))
    _ = memory.store32(address + 12, UInt32(size))
    modules.insert(module, at: 0)
    record(.mapped(module: name, address: address.rawValue, bytes: size))
    return address
  }

  /// Puts a module's code into its memory and runs its init function.
  ///
  /// C: `sys_init_module`.
  ///
  /// What the init function registered before it failed stays registered, and the memory stays
  /// mapped: it is for `insmod` to call `delete_module` then.
  func initModule(_ name: String, _ image: ModuleImage) async throws(Trap) {
    try checkCapability()
    let name = try moduleName(name)
    guard let module = findModule(name) else { throw .errno(.ENOENT) }
    try check(image, for: module)
    install(image, in: module)
    setUseCount(of: module, to: 1)
    setFlags(of: module, to: flags(of: module).union(.initializing))
    let error = try await runInit(of: module)
    record(.initialised(module: name, errno: error?.rawValue ?? 0))
    if let error {
      setUseCount(of: module, to: 0)
      setFlags(of: module, to: flags(of: module).subtracting(.initializing))
      throw .errno(error)
    }
    setUseCount(of: module, to: useCount(of: module) - 1)
    setFlags(of: module, to: flags(of: module).subtracting(.initializing).union(.running))
  }

  /// Whether an image is the one that the memory was asked for.
  private func check(_ image: ModuleImage, for module: ModuleRecord) throws(Trap) {
    guard image.size <= module.size else {
      printk("init_module: Size of initialized module exceeds size of created module.\n", .error)
      throw .errno(.EINVAL)
    }
    let name: String
    do throws(Trap) { name = try moduleName(image.name) } catch {
      printk("init_module: get_mod_name failure.\n", .error)
      throw error
    }
    guard name == module.name else {
      printk(
        "init_module: changed module name to `\(name)' from `\(module.name)'\n", .error)
      throw .errno(.EINVAL)
    }
  }

  /// Only root may load and remove modules.
  ///
  /// C: `capable(CAP_SYS_MODULE)`.
  private func checkCapability() throws(Trap) {
    guard current.userID == 0 else { throw .errno(.EPERM) }
  }

  /// Makes the object that holds the module's variables, and gives its two functions a place.
  private func install(_ image: ModuleImage, in module: ModuleRecord) {
    let instance = image.type.init()
    module.instance = instance
    recordsByInstance[ObjectIdentifier(instance)] = module
    module.initFunction = place(
      "init_module", .initModule { () async throws(Errno) in try await instance.initModule() },
      in: module)
    module.cleanupFunction = place(
      "cleanup_module", .cleanupModule { await instance.cleanupModule() }, in: module)
  }

  private func runInit(of module: ModuleRecord) async throws(Trap) -> Errno? {
    guard let pointer = module.initFunction else { return nil }
    let function = try enter(pointer.address)
    guard case .initModule(let body) = function.body else { throw wrongArguments(function) }
    do throws(Trap) {
      try await call(function) { () async throws(Errno) in try await body() }
      return nil
    } catch {
      guard case .errno(let errno) = error, !isTornDown else { throw error }
      // C's init function returns a number: 0 is success, and a positive one is no errno.
      return errno.rawValue == 0 ? nil : errno.rawValue < 0 ? .EBUSY : errno
    }
  }

  /// Removes a module that nobody uses.
  ///
  /// C: `sys_delete_module`.
  ///
  /// Nothing is counted again after the cleanup function has run, and nobody looks for pointers
  /// into the memory that goes.
  func deleteModule(_ name: String) async throws(Trap) {
    try checkCapability()
    let name = try moduleName(name)
    guard let module = findModule(name) else { throw .errno(.ENOENT) }
    guard !isInUse(module) else {
      record(.removalRefused(module: name, errno: Errno.EBUSY.rawValue))
      throw .errno(.EBUSY)
    }
    setFlags(of: module, to: flags(of: module).union(.deleted))
    await step("sys_delete_module: marked as deleted, before cleanup")
    try await free(module)
  }

  /// Runs the cleanup function of a module that was running, then takes its memory away.
  ///
  /// C: `free_module`.
  private func free(_ module: ModuleRecord) async throws(Trap) {
    enter(.freeModule)
    if flags(of: module).contains(.running) {
      if let pointer = module.cleanupFunction {
        let function = try enter(pointer.address)
        guard case .cleanupModule(let body) = function.body else { throw wrongArguments(function) }
        try await call(function) { () async throws(Errno) in await body() }
      }
      setFlags(of: module, to: flags(of: module).subtracting(.running))
    }
    modules.removeAll { $0 === module }
    noteUnloaded(module)
    forget(module)
    for region in [module.address] + module.extraPages { moduleArea.free(region) }
    record(
      .unmapped(module: module.name, address: module.address.rawValue, bytes: module.size))
    current.stack.leave()
  }

  /// The module of a name; one that is being removed is not found any more.
  ///
  /// C: `find_module`.
  func findModule(_ name: String) -> ModuleRecord? {
    modules.first { $0.name == name && !flags(of: $0).contains(.deleted) }
  }

  /// The name that a process gave, which ends at its first NUL.
  ///
  /// C: `get_mod_name`.
  private func moduleName(_ name: String) throws(Trap) -> String {
    let name = name.endingAtNUL
    guard name.utf8.count <= Self.longestName else { throw .errno(.ENAMETOOLONG) }
    guard !name.isEmpty else { throw .errno(.EINVAL) }
    return name
  }
}
