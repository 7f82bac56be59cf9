/// Somebody who wants to know what becomes of modules.
///
/// C: `struct notifier_block` (from 2.6 on).
///
/// It lies in the module's memory like any other structure: one that is still registered when its
/// module goes is called all the same.
public final class NotifierBlock: ModuleStructure {
  private let name: String
  private var notify: ((ModuleState, ModuleHandle) async -> Void)?

  /// Creates a block that nobody calls yet.
  ///
  /// - Parameters:
  ///   - name: The function's name, for traces.
  ///   - notify: Called with what a module has become. Process context, may sleep. C:
  ///     `notifier_call`.
  public init(_ name: String, _ notify: @escaping (ModuleState, ModuleHandle) async -> Void) {
    self.name = name
    self.notify = notify
  }

  /// The function, the next block, and a priority.
  override func byteCount(on version: KernelVersion) -> Int {
    3 * Int(version.architecture.wordBytes)
  }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    guard let notify else { return }
    let function = kernel.place(name, .notifier(notify), in: module)
    _ = kernel.memory.storeWord(address, function.address.rawValue)
  }

  override func letGo() { notify = nil }
}

extension Kernel {
  /// Tells everybody who wants to know what has become of a module.
  ///
  /// Process context. C: `blocking_notifier_call_chain(&module_notify_list)`.
  func notify(_ state: ModuleState, about module: ModuleRecord) async throws(Trap) {
    guard loading.firstNotifier != .null else { return }
    enter(.notifierCallChain)
    var block = loading.firstNotifier
    var watchdog = Watchdog(patience: 0)
    while block != .null {
      guard watchdog.isPatient() else { return lockUp() }
      let next = try loadPointer(block + wordBytes)
      let function = try enter(try loadPointer(block))
      guard case .notifier(let body) = function.body else { throw wrongArguments(function) }
      try await call(function) { () async throws(Errno) in
        await body(state, ModuleHandle(address: module.address))
      }
      block = next
    }
    current.stack.leave()
  }

  /// Puts a block at the end of the chain.
  ///
  /// C: `notifier_chain_register`.
  ///
  /// One that is in it already becomes its own successor; 6.1 looks, and says so.
  func addNotifier(_ block: Address) throws(Trap) {
    var last = Address.null
    var next = loading.firstNotifier
    var watchdog = Watchdog(patience: 0)
    while next != .null {
      guard watchdog.isPatient() else { return lockUp() }
      if next == block, version.facilities.contains(.sharedWorkers) {
        let function = symbolise(try loadPointer(block)).nameText
        warn(
          "notifier callback \(function) already registered\n", file: "kernel/notifier.c", line: 28)
        return
      }
      last = next
      next = try loadPointer(last + wordBytes)
    }
    try storePointer(block + wordBytes, .null)
    guard last != .null else { return loading.firstNotifier = block }
    try storePointer(last + wordBytes, block)
  }

  /// Takes a block out of the chain; throws `ENOENT` where it is not in it.
  ///
  /// C: `notifier_chain_unregister`.
  func removeNotifier(_ block: Address) throws(Trap) {
    var previous = Address.null
    var next = loading.firstNotifier
    var watchdog = Watchdog(patience: 0)
    while next != block {
      guard watchdog.isPatient() else { return lockUp() }
      guard next != .null else { throw .errno(.ENOENT) }
      previous = next
      next = try loadPointer(next + wordBytes)
    }
    let rest = try loadPointer(block + wordBytes)
    if previous == .null {
      loading.firstNotifier = rest
    } else {
      try storePointer(previous + wordBytes, rest)
    }
  }
}

extension Module {
  /// Asks to be told what becomes of modules.
  ///
  /// Process context, may sleep. C: `register_module_notifier` (from 2.6 on).
  public func registerModuleNotifier(_ block: NotifierBlock) {
    guard let calls = KernelCalls(self), calls.has("register_module_notifier", \.isLiveFlag) else {
      return
    }
    let address = calls.kernel.place(block, in: calls.module)
    _ = calls.now { () throws(Trap) in try calls.kernel.addNotifier(address) }
    calls.kernel.record(.registered(kind: "module notifier", name: calls.module.name))
  }

  /// Asks not to be told any more.
  ///
  /// Process context, may sleep. C: `unregister_module_notifier` (from 2.6 on).
  /// - Throws: `ENOENT` where it was not registered.
  public func unregisterModuleNotifier(_ block: NotifierBlock) throws(Errno) {
    guard let calls = KernelCalls(self), calls.has("unregister_module_notifier", \.isLiveFlag),
      let address = block.address
    else { throw .ENOENT }
    let result = calls.now { () throws(Trap) in try calls.kernel.removeNotifier(address) }
    guard let result else { return }
    try result.get()
    calls.kernel.record(.unregistered(kind: "module notifier", name: calls.module.name))
  }
}
