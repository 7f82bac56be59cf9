/// A run of machine code that can be executing: a kernel function or a function of a module.
struct Code {
  let name: String
  let address: Address
  let size: UInt64
  /// The module whose text it is; nil for the kernel's own.
  let module: ModuleRecord?

  init(name: String, address: Address, size: UInt64, module: ModuleRecord?) {
    self.name = name
    self.address = address
    self.size = size
    self.module = module
  }

  init(_ symbol: KernelSymbol) {
    name = symbol.name
    address = symbol.address
    size = symbol.size
    module = nil
  }

  init(_ function: ModuleFunction) {
    name = function.name
    address = function.address
    size = function.size
    module = function.module
  }

  /// The place of the n-th instruction that a crash can show: later ones lie further on, up to the
  /// last one of the body.
  func instruction(_ index: Int) -> Address {
    address + UInt64(MachineCode.offset(ofStep: index, size: Int(size)))
  }

  /// Where the function's last instruction, its `ret`, lies.
  var returnInstruction: Address { address + (size - 1) }
}
