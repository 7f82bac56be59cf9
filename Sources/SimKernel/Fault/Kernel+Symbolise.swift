/// What lies where in the machine's code.
extension Kernel {
  /// An address in machine code with the function that it lies in, if one is known.
  ///
  /// Any context. C: `kallsyms_lookup`, `sprint_symbol`.
  func symbolise(_ address: Address) -> CodeLocation {
    if let symbol = version.text.symbol(at: address) {
      return CodeLocation(address, symbol)
    }
    guard let module = module(containing: address),
      let function = module.functions.first(where: {
        address >= $0.address && address < $0.address + $0.size
      })
    else { return CodeLocation(address: address.rawValue, symbol: nil) }
    return CodeLocation(address, Code(function))
  }

  /// Whether an address can be a return address: the kernel's text, or that of a loaded module.
  ///
  /// C: `kernel_text_address`.
  func isText(_ address: Address) -> Bool {
    version.text.contains(address) || module(containing: address) != nil
  }

  private func module(containing address: Address) -> ModuleRecord? {
    guard memory.moduleArea.contains(address) else { return nil }
    return modules.containing(address)
  }
}

extension CodeLocation {
  fileprivate init(_ address: Address, _ code: Code) {
    self.init(
      address: address.rawValue,
      symbol: Symbol(
        name: code.name, offset: address.rawValue &- code.address.rawValue, size: code.size,
        module: code.module?.name))
  }
}
