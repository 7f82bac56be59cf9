/// The text of one kernel generation: which of its functions lies where.
///
/// The names are the kernel's; the addresses are laid out from a list, as a linker would, and are
/// free to change.
final class KernelText: Sendable {
  private let start: Address
  private let end: Address
  /// Every function that is listed, by its ``KernelFunction/index``, which is the order of addresses.
  private let functions: [Code]

  /// Lays the text out.
  ///
  /// `names` says what this generation calls a function, where 2.4 calls it otherwise.
  init(_ architecture: Architecture, names: [KernelFunction: String] = [:]) {
    start = architecture.textStart
    // The loader's own code, drivers and file systems lie between; only what a crash can show is listed.
    var next = start + 0x6000
    var functions: [Code] = []
    for function in KernelFunction.allCases {
      let name = names[function] ?? function.rawValue
      let size = MachineCode.size(of: name) + 0x80
      functions.append(Code(name: name, address: next, size: size))
      next = next + size * 0x11
    }
    self.functions = functions
    end = start + 0x12_0000
  }

  /// Where a function lies.
  subscript(_ function: KernelFunction) -> Code { functions[function.index] }

  /// Whether an address lies in the kernel's own text: `_stext` to `_etext`.
  func contains(_ address: Address) -> Bool { address >= start && address < end }

  /// The function that an address lies in; nil for what is not listed.
  func symbol(at address: Address) -> Code? {
    guard let function = functions[..<functions.sortedIndex { $0.address > address }].last,
      address < function.address + function.size
    else { return nil }
    return function
  }

  /// A byte of the text.
  func byte(at address: Address) -> UInt8 {
    guard let symbol = symbol(at: address) else { return MachineCode.noOperation }
    return MachineCode.byte(
      at: Int(address.rawValue - symbol.address.rawValue), of: symbol.name, size: Int(symbol.size))
  }
}
