extension Module {
  /// Looks an exported symbol up by its name, in one module or in all.
  ///
  /// Process context. C: `get_module_symbol` (2.2).
  ///
  /// Nobody counts a use of the module whose symbol it is: the address can be stale at once.
  /// - Parameters:
  ///   - module: The name of the module; nil or empty for all, the newest first.
  ///   - symbol: The name of the symbol.
  /// - Returns: Nil, C's 0, where nobody exports it.
  public func getModuleSymbol(_ module: String?, _ symbol: String) -> Address? {
    guard let calls = KernelCalls(self), calls.has("get_module_symbol", \.findsSymbolsByName) else {
      return nil
    }
    let kernel = calls.kernel
    for candidate in kernel.modules {
      guard module == nil || module?.isEmpty == true || candidate.name == module,
        kernel.flags(of: candidate).contains(.running)
      else { continue }
      let exports = kernel.loading.linker.exports(of: candidate)
      if let found = exports.first(where: { $0.name == symbol }) { return found.address }
    }
    return nil
  }
}

extension ModuleLoader {
  /// Whether modules can look each other's symbols up by name: before they offered things instead.
  var findsSymbolsByName: Bool { isUseCount && !countsFromOutside }
}
