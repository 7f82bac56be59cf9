/// Symbols that modules ask for while they run. C: `kernel/module.c`, `kernel/module/main.c` of 6.1.
extension Kernel {
  /// Finds a symbol and refers to its owner; nil where there is none to be had.
  ///
  /// C: `__symbol_get`.
  func symbolGet(_ name: String) throws(Trap) -> Address? {
    guard let rules = symbolRules, let found = symbolGet(name, rules, say: say) else { return nil }
    if let owner = owner(of: found), try !tryGetModule(at: owner.address) { return nil }
    return found.entry.address
  }

  /// Gives a reference to a symbol's owner back.
  ///
  /// C: `__symbol_put`.
  func symbolPut(_ name: String) throws(Trap) {
    enter(.symbolPut)
    let processor = processor
    processor.preemptCount += 1
    guard let found = find(name, gplOK: true) else {
      throw fault(.bug(file: version.linking.sourceFile, line: version.linking.putBugLines.name))
    }
    if let owner = owner(of: found) { try putModule(at: owner.address) }
    processor.preemptCount -= 1
    current.stack.leave()
  }

  /// Gives a reference to the module back in whose text an address lies.
  ///
  /// C: `symbol_put_addr`.
  func symbolPut(at address: Address) throws(Trap) {
    if version.text.contains(address) { return }
    guard let owner = modules.containing(address) else {
      throw fault(.bug(file: version.linking.sourceFile, line: version.linking.putBugLines.address))
    }
    try putModule(at: owner.address)
  }

  /// Where a symbol of a running module lies, or one of the kernel's own.
  ///
  /// C: `get_module_symbol` (2.2). The kernel is the module without a name, and comes last.
  func moduleSymbol(_ name: String, of module: String?) -> Address? {
    for export in exports[name] where module == nil || export.module.name == module {
      let flags = flags(of: export.module)
      if flags.contains(.running), !flags.contains(.deleted) { return export.entry.address }
    }
    guard module == nil || module == "" else { return nil }
    return version.linking.kernel[name]?.address
  }

  /// The text of `/proc/ksyms` of 2.2 and 2.4, or of `/proc/kallsyms` since.
  ///
  /// Process context.
  func symbolList() -> String {
    let lines = version.linking.symbols == nil ? exportLines() : functionLines()
    return lines.map { $0 + "\n" }.joined()
  }

  /// What can be used by modules: the newest module's first, the kernel's own last.
  ///
  /// C: `get_ksyms_list`.
  private func exportLines() -> [String] {
    var lines: [String] = []
    for module in modules {
      for symbol in module.exports {
        lines.append(
          SymbolText.ksymsLine(symbol, name: exportedName(symbol), module: module.name))
      }
    }
    return lines
      + version.linking.kernel.entries.map {
        SymbolText.ksymsLine($0, name: exportedName($0), module: nil)
      }
  }

  /// All functions: the kernel's own, then those of the modules.
  ///
  /// C: `s_show` of `kernel/kallsyms.c`. Since 4.15, only root sees addresses.
  private func functionLines() -> [String] {
    let width = Int(wordBytes) * 2
    let hidesAddresses = version.linking.judgesFileFirst && current.userID != 0
    var lines = version.linking.kernel.entries.map {
      SymbolText.kallsymsLine($0, module: nil, width: width, hidesAddress: hidesAddresses)
    }
    for module in modules where state(of: module) != .unformed {
      let exported = Set(module.exports.map(\.address))
      let listed = listedSymbols(of: module)
      for (letter, symbol) in listed {
        let address = hidesAddresses ? 0 : symbol.address.rawValue
        lines.append(
          "\(hexadecimal(address, digits: width)) \(letter) \(symbol.name)\t[\(module.name)]")
      }
      for function in module.functions where listed.isEmpty {
        lines.append(
          SymbolText.kallsymsLine(
            SymbolEntry(function.name, at: function.address), module: module.name, width: width,
            isExported: exported.contains(function.address), hidesAddress: hidesAddresses))
      }
    }
    return lines
  }
}
