/// The text of one kernel generation: which of its functions lies where.
///
/// The names are the kernel's; the addresses are laid out from a list, as a linker would, and are
/// free to change.
final class KernelText: Sendable {
  private let start: Address
  private let end: Address
  private let inOrder: [KernelSymbol]
  private let byFunction: [KernelFunction: KernelSymbol]

  /// Lays the text out.
  ///
  /// `names` says what this generation calls a function, where 2.4 calls it otherwise.
  init(_ architecture: Architecture, names: [KernelFunction: String] = [:]) {
    start = architecture.textStart
    // The loader's own code, drivers and file systems lie between; only what a crash can show is listed.
    var next = start + 0x6000
    var symbols: [KernelSymbol] = []
    var byFunction: [KernelFunction: KernelSymbol] = [:]
    for function in KernelFunction.allCases {
      let name = names[function] ?? function.rawValue
      let symbol = KernelSymbol(
        name: name, address: next, size: MachineCode.size(of: name) + 0x80)
      symbols.append(symbol)
      byFunction[function] = symbol
      next = next + symbol.size * 0x11
    }
    inOrder = symbols
    self.byFunction = byFunction
    end = start + 0x12_0000
  }

  /// Where a function lies.
  subscript(_ function: KernelFunction) -> KernelSymbol {
    byFunction[function] ?? KernelSymbol(name: function.rawValue, address: start, size: 0x10)
  }

  /// Whether an address lies in the kernel's own text: `_stext` to `_etext`.
  func contains(_ address: Address) -> Bool { address >= start && address < end }

  /// The function that an address lies in; nil for what is not listed.
  func symbol(at address: Address) -> KernelSymbol? {
    var low = 0
    var high = inOrder.count
    while low < high {
      let middle = (low + high) / 2
      if inOrder[middle].address <= address { low = middle + 1 } else { high = middle }
    }
    guard low > 0, address < inOrder[low - 1].address + inOrder[low - 1].size else { return nil }
    return inOrder[low - 1]
  }

  /// A byte of the text.
  func byte(at address: Address) -> UInt8 {
    guard let symbol = symbol(at: address) else { return MachineCode.noOperation }
    return MachineCode.byte(
      at: Int(address.rawValue - symbol.address.rawValue), of: symbol.name, size: Int(symbol.size))
  }
}
