extension Module {
  /// Where this module's memory begins; null before it has been loaded.
  ///
  /// Any context. C: `THIS_MODULE->core_layout.base` (6.1),
  /// `THIS_MODULE->module_core` (2.6), `THIS_MODULE` (2.2 and 2.4).
  public var moduleBase: Address { KernelCalls(self)?.module.base ?? .null }

  /// Where a structure lies, for printing; it gets its place where it has none yet.
  ///
  /// Any context. C: `%px` of a pointer.
  public func address(of structure: ModuleStructure) -> Address {
    guard let calls = KernelCalls(self) else { return .null }
    return calls.kernel.place(structure, in: calls.module)
  }

  /// Where a function lies that this module lists in ``Module/functions``; null for any other.
  ///
  /// Any context. C: `%px` of the function.
  public func address(ofFunction name: String) -> Address {
    KernelCalls(self)?.module.places[name] ?? .null
  }

  /// An address as this kernel prints a pointer.
  ///
  /// Any context. C: `%px` of a pointer.
  public func hexadecimal(_ address: Address) -> String {
    guard let calls = KernelCalls(self) else { return "" }
    return calls.kernel.version.architecture.hexadecimal(address.rawValue)
  }
}
