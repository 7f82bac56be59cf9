/// Calls of what other modules export.
///
/// The call goes to the address that the loader put into the module's text, and the function is
/// fetched from there: what is no longer there faults.
extension Module {
  /// Calls a function of another module, which has to be among the ``Module/imports``.
  ///
  /// Any context that the function itself can be called in. C: `expa_func(41)`.
  ///
  /// - Returns: What the function returned.
  /// - Throws: An error that is no errno where the machine or the process has no future; nothing that
  ///   the module still does has any effect then.
  public func call<Result, each Argument>(
    _ symbol: ExportedSymbol<Result, repeat each Argument>, _ arguments: repeat each Argument
  ) throws(Errno) -> Result {
    let address = try linked(symbol.name)
    return try call(
      SymbolPointer(symbol: symbol, address: address), repeat each arguments)
  }

  /// Calls a function that was got by ``Module/symbolGet(_:)``.
  ///
  /// As ``Module/call(_:_:)``.
  public func call<Result, each Argument>(
    _ pointer: SymbolPointer<Result, repeat each Argument>, _ arguments: repeat each Argument
  ) throws(Errno) -> Result {
    guard let calls = KernelCalls(self) else { throw .machineIsGone }
    let kernel = calls.kernel
    let outcome = calls.now { () throws(Trap) -> Result in
      let depth = kernel.current.stack.depth
      let (target, function) = try kernel.enterExport(pointer.address)
      guard let body = target.export.function(of: target.module, as: pointer.symbol) else {
        throw kernel.wrongArguments(function)
      }
      let result = body(repeat each arguments)
      kernel.current.stack.unwind(to: depth + 1)
      if let death = kernel.current.takePendingDeath() { throw .fault(death) }
      try kernel.leave(function)
      return result
    }
    guard let outcome else { throw .machineIsGone }
    return try outcome.get()
  }

  /// Calls a function of another module that may sleep.
  ///
  /// Process context. As ``Module/call(_:_:)``.
  public func call<Result, each Argument>(
    _ symbol: ExportedAsyncSymbol<Result, repeat each Argument>,
    _ arguments: repeat each Argument
  ) async throws(Errno) -> Result {
    let address = try linked(symbol.name)
    return try await call(
      AsyncSymbolPointer(symbol: symbol, address: address), repeat each arguments)
  }

  /// Calls a function that may sleep and was got by ``Module/symbolGet(_:)``.
  ///
  /// Process context. As ``Module/call(_:_:)``.
  public func call<Result, each Argument>(
    _ pointer: AsyncSymbolPointer<Result, repeat each Argument>,
    _ arguments: repeat each Argument
  ) async throws(Errno) -> Result {
    var result: Result?
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      let kernel = calls.kernel
      let (target, function) = try kernel.enterExport(pointer.address)
      guard let body = target.export.function(of: target.module, as: pointer.symbol) else {
        throw kernel.wrongArguments(function)
      }
      result = try await kernel.call(function) { () async throws(Errno) in
        await body(repeat each arguments)
      }
    }
    guard let result else { throw .machineIsGone }
    return result
  }

  /// Where the loader found a symbol.
  ///
  /// In C, a module that uses what it does not declare cannot be built.
  private func linked(_ name: String) throws(Errno) -> Address {
    guard let calls = KernelCalls(self) else { throw .machineIsGone }
    if let address = calls.module.links[name] { return address }
    calls.kernel.printk(
      "\(calls.module.name): calls \(name), which is not among its imports\n", .error)
    throw .ENOENT
  }
}

extension Kernel {
  /// An exported function with the object that it belongs to.
  typealias ExportedFunction = (export: ModuleExport, module: any Module)

  /// Enters an exported function; one of another kind, which a stale pointer can lead to, runs
  /// without the arguments that it expects.
  func enterExport(_ address: Address) throws(Trap) -> (ExportedFunction, ModuleFunction) {
    let function = try enter(address)
    guard case .exported(let export) = function.body, let instance = function.module.instance else {
      throw wrongArguments(function)
    }
    return ((export, instance), function)
  }
}
