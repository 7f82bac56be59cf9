extension Module {
  /// Counts a use of this module: it cannot be removed until it is taken back.
  ///
  /// Any context. C: `MOD_INC_USE_COUNT`.
  public func modIncUseCount() {
    guard let calls = KernelCalls(self) else { return }
    _ = calls.now { () throws(Trap) in
      try calls.kernel.changeUseCount(at: calls.module.address, by: 1)
    }
  }

  /// Takes a use of this module back.
  ///
  /// Nobody notices when there was none. Any context. C: `MOD_DEC_USE_COUNT`.
  public func modDecUseCount() {
    guard let calls = KernelCalls(self) else { return }
    _ = calls.now { () throws(Trap) in
      try calls.kernel.changeUseCount(at: calls.module.address, by: -1)
    }
  }

  /// Whether somebody uses this module.
  ///
  /// Any context. C: `MOD_IN_USE`.
  public var modInUse: Bool {
    guard let calls = KernelCalls(self) else { return false }
    return calls.kernel.isInUse(calls.module)
  }
}
