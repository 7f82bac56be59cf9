/// Finding symbols in a running kernel. C: `kernel/module.c`, `kernel/module/main.c` of 6.1.
extension Kernel: SymbolSource {
  /// The symbol with a name: the kernel's first, then those of the newest module.
  ///
  /// C: `find_symbol`, `__find_symbol`.
  public func find(_ name: String, gplOK: Bool) -> SymbolTable.Found? {
    if let own = ownSymbol(name), gplOK || !own.isGPLOnly {
      return SymbolTable.Found(entry: own, owner: nil)
    }
    guard let export = export(name, gplOK: gplOK) else { return nil }
    return SymbolTable.Found(entry: versioned(export.entry), owner: owner(export.module))
  }

  /// The newest module's symbol of a name that can be seen at all.
  func export(_ name: String, gplOK: Bool = true) -> ModuleSymbols.Export? {
    exports[name].first { export in
      (gplOK || !export.entry.isGPLOnly) && state(of: export.module) != .unformed
    }
  }

  /// The module that a symbol belongs to; nil for the kernel's own.
  func owner(of found: SymbolTable.Found) -> ModuleRecord? {
    found.owner == nil ? nil : export(found.entry.name)?.module
  }

  private func ownSymbol(_ name: String) -> SymbolEntry? {
    version.linking.kernel[name].map(versioned)
  }

  /// A kernel without versions has none for its symbols.
  private func versioned(_ entry: SymbolEntry) -> SymbolEntry {
    version.configuration.hasModuleVersions ? entry : entry.unversioned
  }

  private func owner(_ module: ModuleRecord) -> ExportingModule {
    let state: ExportingModule.State =
      switch self.state(of: module) {
      case .live: .live
      case .coming: .coming
      case .going, .unformed: .going
      }
    return ExportingModule(
      module.name, state: state, isProprietary: module.taints.contains(.proprietaryModule),
      symbols: [])
  }

  /// Gives a module's exported functions their places.
  func placeExports(of module: ModuleRecord) {
    guard let instance = module.instance else { return }
    for export in type(of: instance).exports {
      let function = place(export.name, .exported(export), in: module)
      module.exports.append(
        SymbolEntry(
          export.name, at: function.address, size: UInt32(function.size),
          isGPLOnly: export.isGPLOnly, signature: export.signature))
    }
  }

  /// The names for an address in a message, without its offset: `expa_gpl [expa]`.
  ///
  /// Any context. C: `%ps`.
  func symbolName(at address: Address) -> String {
    guard let symbol = symbolise(address).symbol else {
      let own = version.linking.kernel.containing(address)
      return own?.name ?? SymbolText.name(of: nil, at: address)
    }
    return symbol.name + (symbol.module.map { " [\($0)]" } ?? "")
  }
}
