/// A pointer to a `struct module`: what one module can hand to another, so that it can be referred to.
///
/// C: `struct module *`, `THIS_MODULE`.
///
/// It is only an address. Of a module that has gone, everything that is asked faults.
public struct ModuleHandle: Sendable, Hashable {
  let address: Address

  /// The module's name.
  ///
  /// Any context. C: `mod->name`, `module_name(mod)`. Empty where the module has gone.
  public var name: String {
    guard let kernel = Kernel.running, state != nil else { return "" }
    return kernel.modules.withHeader(at: address)?.name ?? ""
  }

  /// Where it stands between coming and going; nil where the module has gone, and the reader dies of
  /// it.
  ///
  /// Any context. C: `mod->state`.
  public var state: ModuleState? {
    guard let kernel = Kernel.running else { return nil }
    let offset = kernel.version.loader.header.state
    let result = kernel.now { () throws(Trap) in try kernel.load32(address + offset) }
    guard case .success = result, let module = kernel.modules.withHeader(at: address) else {
      return nil
    }
    return kernel.state(of: module)
  }
}

extension Module {
  /// This module, for others to refer to; nil before it has been loaded.
  ///
  /// Any context. C: `THIS_MODULE`.
  public var thisModule: ModuleHandle? {
    KernelCalls(self).map { ModuleHandle(address: $0.module.address) }
  }
}
