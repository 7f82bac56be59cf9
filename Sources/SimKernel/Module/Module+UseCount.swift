extension Module {
  /// Counts a use of this module: it cannot be removed until it is taken back.
  ///
  /// Any context. C: `MOD_INC_USE_COUNT` (2.2 and 2.4). In early 2.6 it still compiles, and makes the
  /// module one that can never be removed.
  public func modIncUseCount() {
    guard let calls = KernelCalls(self), calls.mayCountItself("MOD_INC_USE_COUNT") else { return }
    _ = calls.now { () throws(Trap) in try calls.kernel.getModule(at: calls.module.address) }
  }

  /// Takes a use of this module back.
  ///
  /// Nobody notices when there was none. Any context. C: `MOD_DEC_USE_COUNT` (2.2 and 2.4).
  public func modDecUseCount() {
    guard let calls = KernelCalls(self), calls.mayCountItself("MOD_DEC_USE_COUNT") else { return }
    _ = calls.now { () throws(Trap) in try calls.kernel.putModule(at: calls.module.address) }
  }

  /// Whether somebody uses this module.
  ///
  /// Any context. C: `MOD_IN_USE` (2.2 and 2.4).
  public var modInUse: Bool {
    guard let calls = KernelCalls(self), calls.mayCountItself("MOD_IN_USE") else { return false }
    return calls.kernel.isInUse(calls.module)
  }
}

extension KernelCalls {
  /// Whether a module of this kernel may count its own uses; where it should not but can, it is called
  /// unsafe.
  fileprivate func mayCountItself(_ call: String) -> Bool {
    guard let loader = kernel.version.loader as? LiveFlagLoader else {
      return has(call, \.isUseCount)
    }
    guard loader.compilesUseCounts else { return has(call, \.isUseCount) }
    if !module.isUnsafe {
      module.isUnsafe = true
      kernel.printk("Module \(module.name) cannot be unloaded due to unsafe usage in \(call)\n")
    }
    return true
  }
}
