/// Asking for a symbol while the module runs, without depending on its owner.
extension Module {
  /// Finds a function that somebody exports, and keeps its owner from being removed.
  ///
  /// Any context; does not sleep. C: `symbol_get` (from 2.6 on).
  ///
  /// - Returns: Nil, C's `NULL`, where nobody exports it or the owner is coming or going; in 6.1 also
  ///   where it is not for the GPL only.
  public func symbolGet<Result, each Argument>(
    _ symbol: ExportedSymbol<Result, repeat each Argument>
  ) -> SymbolPointer<Result, repeat each Argument>? {
    guard let address = getSymbol(symbol.name) else { return nil }
    return SymbolPointer(symbol: symbol, address: address)
  }

  /// Finds a function that may sleep.
  ///
  /// As ``Module/symbolGet(_:)``.
  public func symbolGet<Result, each Argument>(
    _ symbol: ExportedAsyncSymbol<Result, repeat each Argument>
  ) -> AsyncSymbolPointer<Result, repeat each Argument>? {
    guard let address = getSymbol(symbol.name) else { return nil }
    return AsyncSymbolPointer(symbol: symbol, address: address)
  }

  /// Gives a symbol back by its name: its owner can go.
  ///
  /// A name that nobody exports is a bug, of which the caller dies.
  ///
  /// Any context; does not sleep. C: `__symbol_put` (from 2.6 on).
  public func symbolPut(_ name: String) {
    guard let calls = symbolCalls("__symbol_put") else { return }
    _ = calls.now { () throws(Trap) in try calls.kernel.symbolPut(name) }
  }

  /// Gives a symbol back by its pointer; one that lies in nobody's text is a bug.
  ///
  /// Any context; does not sleep. C: `symbol_put_addr` (from 2.6 on).
  public func symbolPutAddr<Result, each Argument>(
    _ pointer: SymbolPointer<Result, repeat each Argument>
  ) { putSymbol(at: pointer.address) }

  /// Gives a symbol back by its pointer; one that lies in nobody's text is a bug.
  ///
  /// Any context; does not sleep. C: `symbol_put_addr` (from 2.6 on).
  public func symbolPutAddr<Result, each Argument>(
    _ pointer: AsyncSymbolPointer<Result, repeat each Argument>
  ) { putSymbol(at: pointer.address) }

  /// What a message shows of a function's address: `expa_gpl [expa]`; `0x0` for nil.
  ///
  /// Any context. C: `%ps`.
  public func symbolName<Result, each Argument>(
    of pointer: SymbolPointer<Result, repeat each Argument>?
  ) -> String {
    KernelCalls(self)?.kernel.symbolName(at: pointer?.address ?? .null) ?? ""
  }

  /// What a message shows of a symbol that the module has among its imports: `queue_work_on`.
  ///
  /// Any context. C: `%ps`.
  public func symbolName(_ name: String) -> String {
    guard let calls = KernelCalls(self), let address = calls.module.links[name] else { return "" }
    return calls.kernel.symbolName(at: address)
  }

  /// Finds a function by its module's name and its own; nobody is kept from removing the module.
  ///
  /// Process context. C: `get_module_symbol` (2.2).
  ///
  /// - Parameters:
  ///   - module: The module; nil looks at all of them.
  ///   - symbol: What to find.
  /// - Returns: Nil, C's 0, where no module that runs exports it.
  public func getModuleSymbol<Result, each Argument>(
    _ module: String?, _ symbol: ExportedSymbol<Result, repeat each Argument>
  ) -> SymbolPointer<Result, repeat each Argument>? {
    guard let kernel = KernelCalls(self)?.kernel else { return nil }
    guard kernel.version.linking.hasGetModuleSymbol else {
      kernel.refuse("get_module_symbol")
      return nil
    }
    guard let address = kernel.moduleSymbol(symbol.name, of: module) else { return nil }
    return SymbolPointer(symbol: symbol, address: address)
  }

  private func getSymbol(_ name: String) -> Address? {
    guard let calls = symbolCalls("__symbol_get") else { return nil }
    let result = calls.now { () throws(Trap) in try calls.kernel.symbolGet(name) }
    guard case .success(let address) = result else { return nil }
    return address
  }

  private func putSymbol(at address: Address) {
    guard let calls = symbolCalls("symbol_put_addr") else { return }
    _ = calls.now { () throws(Trap) in try calls.kernel.symbolPut(at: address) }
  }

  private func symbolCalls(_ call: String) -> KernelCalls? {
    guard let calls = KernelCalls(self), calls.has(call, \.isLiveFlag) else { return nil }
    return calls
  }
}
