/// Something that symbols can be looked up in.
public protocol SymbolSource {
  /// The symbol with a name: the kernel's first, then those of the newest module.
  ///
  /// C: `find_symbol`.
  /// - Parameters:
  ///   - name: The name.
  ///   - gplOK: Whether those for the GPL only are found, too.
  /// - Returns: The symbol and its owner; nil where nobody has it.
  func find(_ name: String, gplOK: Bool) -> SymbolTable.Found?
}

extension SymbolSource {
  /// Refuses exports that somebody has already.
  ///
  /// 2.6 and 6.1; in 2.4 the newest hides the older.
  ///
  /// C: `verify_exported_symbols`.
  /// - Throws: `ENOEXEC`.
  public func checkDuplicates(
    of exports: [SymbolEntry], by module: String, say: (KernelMessage) -> Void
  ) throws(Errno) {
    let inOrder = exports.filter { !$0.isGPLOnly } + exports.filter(\.isGPLOnly)
    for export in inOrder {
      guard let found = find(export.name, gplOK: true) else { continue }
      let owner = found.owner?.name ?? "kernel"
      say(
        KernelMessage(
          "\(module): exports duplicate symbol \(export.name) (owned by \(owner))", .error))
      throw .ENOEXEC
    }
  }

  /// Looks a symbol up for a module that asks for it while it runs; its owner is to be held.
  ///
  /// Any context; does not sleep. C: `__symbol_get`.
  /// - Returns: The symbol; nil where it is missing, its owner is not live, or the generation does
  ///   not give it out this way.
  public func symbolGet(
    _ name: String, _ rules: SymbolRules, say: (KernelMessage) -> Void
  ) -> SymbolTable.Found? {
    guard let found = find(name, gplOK: true) else { return nil }
    if rules.symbolGetNeedsGPLOnly, !found.entry.isGPLOnly {
      say(KernelMessage("failing symbol_get of non-GPLONLY symbol \(name).", .warning))
      return nil
    }
    guard found.owner == nil || found.owner?.state == .live else { return nil }
    return found
  }
}
