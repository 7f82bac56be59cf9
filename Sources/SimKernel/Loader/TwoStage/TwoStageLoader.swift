/// Removal in two stages, as it was proposed in 2002 and never built.
///
/// 1. Unregister: the module's ``TwoStageModule/deactivate()``. It can fail, and then nothing has
///    happened (Zippel, 8 July 2002: unregistering should return `EBUSY` while references exist).
/// 2. Quiesce: wait until every reference has been given back and every running call has left
///    (Almesberger, 4 to 8 July 2002: entry after removal, return after removal). The remover sleeps so
///    that a signal can end it; then the module is reactivated.
/// 3. Look again: whoever took a reference in between keeps the module.
/// 4. Destroy, reactivate or defer: ``TwoStageModule/destroy()`` and the memory goes; or the module is
///    live again and the remover gets `EBUSY`; or, where it cannot be put back, it is destroyed by
///    whoever gives the last reference back.
///
/// Loading, and modules that are not ``TwoStageModule``s, are as in 2.6.24. What Rusty Russell had
/// against it: each module needs more code that is seldom run, and each interface has to be able to
/// unregister without a promise.
struct TwoStageLoader: ModuleLoader {
  /// How it loads and counts.
  let single = LiveFlagLoader.v2_6_24

  var isUseCount: Bool { false }
  var countsFromOutside: Bool { true }
  var header: ModuleHeader { single.header }
  var linking: LinkRules { single.linking }

  func load(
    _ image: ModuleImage, arguments: String, flags: LoadFlags, on kernel: Kernel
  ) async throws(Trap) {
    try await single.load(image, arguments: arguments, flags: flags, on: kernel)
  }

  /// Takes a reference, also to a module that is out of use: it is there until it is destroyed.
  func tryGet(_ header: Address, on kernel: Kernel) throws(Trap) -> Bool {
    try single.tryGet(header, on: kernel)
  }

  func get(_ header: Address, on kernel: Kernel) throws(Trap) {
    try single.get(header, on: kernel)
  }

  func put(_ header: Address, on kernel: Kernel) throws(Trap) {
    try single.put(header, on: kernel)
    guard let module = kernel.modules.withHeader(at: header), module.isOutOfUse else { return }
    // Whoever waits for the last reference, and the thread that destroys what was deferred, look for themselves.
    if let waiter = module.waiter { kernel.wakeUpProcess(waiter) }
  }

  func useCount(of module: ModuleRecord, on kernel: Kernel) -> Int {
    single.useCount(of: module, on: kernel)
  }

  func state(of module: ModuleRecord, on kernel: Kernel) -> ModuleState {
    single.state(of: module, on: kernel)
  }

  func finds(_ module: ModuleRecord, on kernel: Kernel) -> Bool { true }

  func list(on kernel: Kernel) async throws(Trap) -> String { try await single.list(on: kernel) }
}
