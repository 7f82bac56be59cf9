/// Loading as in Linux 2.2 and 2.4: `insmod` links the module, and the module counts its own uses.
///
/// C: `kernel/module.c` of 2.2.1 and 2.4.20.
///
/// Everything happens under the big kernel lock. The count lies in the module's header and is changed
/// by the module's own code, so two windows stay open: after the caller has fetched a function's
/// address and before that function has counted, and after the function has counted itself out and
/// before it has returned. With one processor and nobody asleep they cannot be hit. 2.4 closes the
/// first for those who say whose code they call, with `owner`.
///
/// Each call checks in the order of the real one. Some of its checks cannot fail here: a name is no
/// pointer into a process, so reading it gives no `EFAULT`; a ``ModuleImage`` is a class and not the
/// bytes of a `struct module`, so no member of it lies out of bounds.
struct UseCountLoader: ModuleLoader {
  let isUseCount = true
  /// Where the words of `struct module` lie.
  let header: ModuleHeader
  let linking: LinkRules
  /// Whether `unload_lock` makes "nobody uses it" and "it is going" one step, and whether callers can
  /// count through `owner`.
  let countsFromOutside: Bool
  /// Whether init's negative result is what `insmod` gets; else it gets `EBUSY` for anything but 0.
  let passesInitError: Bool
  /// Whether a module whose init runs says so.
  let marksInitialising: Bool
  /// Whether all dependencies are looked at before the first is linked.
  let checksDependenciesFirst: Bool

  /// 2.2.1.
  static let v2_2 = UseCountLoader(
    header: .v2_2, linking: .v2_2, countsFromOutside: false, passesInitError: false,
    marksInitialising: false,
    checksDependenciesFirst: false)
  /// 2.4.20.
  static let v2_4 = UseCountLoader(
    header: .v2_4, linking: .v2_4, countsFromOutside: true, passesInitError: true,
    marksInitialising: true,
    checksDependenciesFirst: true)

  /// There is no such call: `insmod` makes the module in its memory first, then hands the memory
  /// over.
  func load(
    _ image: ModuleImage, arguments: String, flags: LoadFlags, on kernel: Kernel
  ) async throws(Trap) { throw .errno(.ENOSYS) }

  /// Gives a module memory, under a name.
  ///
  /// C: `sys_create_module`.
  func create(_ name: String, size: Int, on kernel: Kernel) async throws(Trap) -> Address {
    try kernel.checkModuleCapability()
    await kernel.lockKernel()
    defer { kernel.unlockKernel() }
    let name = try kernel.moduleName(name)
    guard size >= Int(header.byteCount) + name.utf8.count else { throw .errno(.EINVAL) }
    guard kernel.findModule(name) == nil else { throw .errno(.EEXIST) }
    let module = try kernel.makeModule(name, .linked(by: header, size: size))
    _ = kernel.memory.store32(module.address, UInt32(header.byteCount))
    _ = kernel.memory.store32(module.address + 12, UInt32(size))
    kernel.modules.insert(module)
    return module.address
  }

  /// Puts a module's code into its memory and runs its init function.
  ///
  /// C: `sys_init_module`.
  ///
  /// What the init function registered before it failed stays registered, the memory stays mapped and
  /// the module a user of those that it depends on: it is for `insmod` to call `delete_module` then.
  func initialise(
    _ name: String, _ image: ModuleImage, on kernel: Kernel
  ) async throws(Trap) {
    try kernel.checkModuleCapability()
    await kernel.lockKernel()
    defer { kernel.unlockKernel() }
    let name = try kernel.moduleName(name)
    guard let module = kernel.findModule(name) else { throw .errno(.ENOENT) }
    try check(image, for: module, on: kernel)
    try linkDependencies(of: module, image, on: kernel)
    kernel.makeInstance(of: image, in: module)
    kernel.placeInit(of: module, isInitial: false)
    kernel.placeCleanup(of: module)
    kernel.placeExports(of: module)
    kernel.exports.add(module)
    module.links = image.links
    await kernel.takeOver(image.arguments, for: module)
    kernel.setUseCount(of: module, to: 1)
    var flags = kernel.flags(of: module)
    if image.isAutoclean { flags.insert(.autoclean) }
    if marksInitialising { flags.insert(.initializing) }
    kernel.setFlags(of: module, to: flags)
    try await runInit(of: module, on: kernel)
  }

  private func runInit(of module: ModuleRecord, on kernel: Kernel) async throws(Trap) {
    let result = try await kernel.runInit(of: module)
    let errno: Errno? =
      result == 0 ? nil : result < 0 && passesInitError ? Errno(returned: result) : .EBUSY
    kernel.record(.initialised(module: module.name, errno: errno?.rawValue ?? 0))
    let flags = kernel.flags(of: module).subtracting(.initializing)
    if let errno {
      kernel.setUseCount(of: module, to: 0)
      kernel.setFlags(of: module, to: flags)
      throw .errno(errno)
    }
    kernel.setUseCount(of: module, to: kernel.useCount(of: module) - 1)
    kernel.setFlags(of: module, to: flags.union(.running))
  }
}
