/// What the modules that are loaded export, by name.
///
/// C: `mod->syms` of all modules in the list. Finding one does not walk through the modules.
struct ModuleSymbols {
  /// A symbol and whose it is.
  struct Export {
    let entry: SymbolEntry
    let module: ModuleRecord
  }

  /// Those of the newest module last.
  private var byName: [String: [Export]] = [:]

  /// Adds what a module exports.
  mutating func add(_ module: ModuleRecord) {
    for entry in module.exports {
      byName[entry.name, default: []].append(Export(entry: entry, module: module))
    }
  }

  /// Takes it away again; nothing happens where it is not there.
  mutating func remove(_ module: ModuleRecord) {
    for entry in module.exports {
      byName[entry.name]?.removeAll { $0.module === module }
      if byName[entry.name]?.isEmpty == true { byName[entry.name] = nil }
    }
  }

  mutating func removeAll() { byName.removeAll() }

  /// Everybody's symbol of a name, the newest module's first.
  subscript(_ name: String) -> ReversedCollection<[Export]> { (byName[name] ?? []).reversed() }
}
