/// Parameters of loaded modules. C: `kernel/params.c`.
extension Kernel {
  /// Gives the functions that set and show a module's parameters their places.
  func placeParameterCalls(of module: ModuleRecord) {
    guard let instance = module.instance else { return }
    for parameter in type(of: instance).parameters {
      guard case .callback(let set, let get) = parameter.storage else { continue }
      module.parameterCalls[parameter.name] = ParameterCalls(
        set: set.map {
          place("set_\(parameter.name)", .setParameter($0), in: module).address
        } ?? .null,
        get: get.map {
          place("get_\(parameter.name)", .getParameter($0), in: module).address
        } ?? .null)
    }
  }

  /// Reads the text behind a module's name into its variables, as the kernel does.
  ///
  /// Process context, may sleep. C: `parse_args`. Throws `EINVAL`, `ENOENT`, `ERANGE`, `ENOSPC`.
  func parse(_ arguments: String, for module: ModuleRecord) async throws(Trap) {
    guard let rules = version.linking.parameters, let target = parameterTarget(of: module) else {
      return
    }
    do throws(Errno) {
      try await KernelParameterParser(rules).parse([arguments], for: target, say: say)
    } catch {
      throw .errno(error)
    }
  }

  /// Reads what `insmod` of 2.2 and 2.4 has put into the module's data already.
  func takeOver(_ arguments: [String], for module: ModuleRecord) async {
    guard !arguments.isEmpty, let target = parameterTarget(of: module) else { return }
    try? await ModutilsParameterParser().parse(arguments, for: target) { _ in }
  }

  /// The files of a module's parameters, in `/sys/module/NAME/parameters`; none before 2.6.
  func parameterFiles(of module: ModuleRecord) -> [ParameterFile] {
    guard let rules = version.linking.parameters, let target = parameterTarget(of: module) else {
      return []
    }
    return ParameterFile.all(of: target, rules)
  }

  /// What the file of a parameter shows.
  ///
  /// Process context, may sleep. C: `param_attr_show`. Throws `EPERM`, or what a callback throws.
  func show(_ file: ParameterFile, of module: ModuleRecord) async throws(Trap) -> [UInt8] {
    try await withParameterLock(of: module) { () async throws(Trap) -> [UInt8] in
      guard let calls = module.parameterCalls[file.parameter.name] else {
        return try Self.trapping { () throws(Errno) in try file.read() }
      }
      guard calls.get != .null else { throw .errno(.EPERM) }
      let function = try enter(calls.get)
      guard case .getParameter(let get) = function.body, let instance = function.module.instance
      else { throw wrongArguments(function) }
      let text = try await call(function) { () async throws(Errno) in try get(instance) }
      return file.shown(text)
    }
  }

  /// Sets a parameter from what is written to its file; says how many bytes it took.
  ///
  /// Process context, may sleep. C: `param_attr_store`.
  func store(
    _ bytes: [UInt8], in file: ParameterFile, of module: ModuleRecord
  ) async throws(Trap) -> Int {
    try await withParameterLock(of: module) { () async throws(Trap) -> Int in
      do throws(Errno) {
        return try await file.write(bytes, say: say)
      } catch {
        throw .errno(error)
      }
    }
  }

  /// Whoever dies in a function that sets a parameter keeps the lock.
  private func withParameterLock<Value>(
    of module: ModuleRecord, _ body: () async throws(Trap) -> Value
  ) async throws(Trap) -> Value {
    guard version.linking.parameters?.locksModule == true else { return try await body() }
    await lock(module.parameterLock)
    do throws(Trap) {
      let value = try await body()
      unlock(module.parameterLock)
      return value
    } catch {
      if case .errno = error { unlock(module.parameterLock) }
      throw error
    }
  }

  private static func trapping<Value>(_ body: () throws(Errno) -> Value) throws(Trap) -> Value {
    do throws(Errno) { return try body() } catch { throw .errno(error) }
  }

  /// Prints what a parser or a check has to say.
  func say(_ message: KernelMessage) { printk(message.text + "\n", message.level) }

  private func parameterTarget(of module: ModuleRecord) -> ParameterTarget? {
    guard let instance = module.instance else { return nil }
    return ParameterTarget(
      instance, named: module.name, type(of: instance).parameters
    ) { [unowned self] name, text async throws(Errno) in
      try await setByCall(name, text, of: module)
    }
  }

  /// Calls the module's function that sets a parameter.
  ///
  /// A fault in it ends the process here.
  private func setByCall(
    _ name: String, _ text: String?, of module: ModuleRecord
  ) async throws(Errno) {
    do throws(Trap) {
      guard let address = module.parameterCalls[name]?.set, address != .null else {
        throw .errno(.EPERM)
      }
      let function = try enter(address)
      guard case .setParameter(let set) = function.body, let instance = function.module.instance
      else { throw wrongArguments(function) }
      try await call(function) { () async throws(Errno) in try await set(instance, text) }
    } catch {
      switch error {
      case .errno(let errno): throw errno
      case .fault(let fault):
        await die(fault)
        throw .machineIsGone
      }
    }
  }
}

/// Where a module's functions lie that set and show one parameter; null where there is none.
///
/// C: `struct kernel_param_ops`.
struct ParameterCalls {
  let set: Address
  let get: Address
}
