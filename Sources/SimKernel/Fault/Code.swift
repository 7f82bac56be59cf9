/// A run of machine code that can be executing: a kernel function or a function of a module.
final class Code: @unchecked Sendable {
  // It never changes; only the kernel's own text is used by several machines, and that is no module's.

  let name: String
  let address: Address
  let size: UInt64
  /// The module whose text it is; nil for the kernel's own.
  let module: ModuleRecord?

  init(name: String, address: Address, size: UInt64, module: ModuleRecord? = nil) {
    self.name = name
    self.address = address
    self.size = size
    self.module = module
  }

  convenience init(_ function: ModuleFunction) {
    self.init(
      name: function.name, address: function.address, size: function.size, module: function.module)
  }

  /// The place of the n-th instruction that a crash can show: later ones lie further on, up to the
  /// last one of the body.
  func instruction(_ index: Int) -> Address {
    address + UInt64(MachineCode.offset(ofStep: index, size: Int(size)))
  }
}
