extension SymbolTable {
  /// Looks a symbol up for a module that asks for it while it runs; its owner is to be held.
  ///
  /// Any context; does not sleep. C: `__symbol_get`.
  /// - Returns: The symbol; nil where it is missing, its owner is not live, or the generation does
  ///   not give it out this way.
  public func symbolGet(
    _ name: String, _ rules: SymbolRules, say: (KernelMessage) -> Void
  ) -> Found? {
    guard let found = find(name, gplOK: true) else { return nil }
    if rules.symbolGetNeedsGPLOnly, !found.entry.isGPLOnly {
      say(KernelMessage("failing symbol_get of non-GPLONLY symbol \(name).", .warning))
      return nil
    }
    guard found.owner == nil || found.owner?.state == .live else { return nil }
    return found
  }
}
