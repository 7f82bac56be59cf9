extension Module {
  /// Takes a reference to a module, so that it is not removed while its functions are called.
  ///
  /// Any context (in 2.4 not in a hard interrupt); never sleeps. C: `try_module_get` (from 2.6 on),
  /// `try_inc_mod_count` (2.4).
  ///
  /// - Returns: False where the module is being removed; the caller then has to behave as if it were not
  ///   there. True for nil, C's `NULL`.
  public func tryModuleGet(_ module: ModuleHandle?) -> Bool {
    guard let calls = KernelCalls(self), calls.has("try_inc_mod_count", \.countsFromOutside) else {
      return false
    }
    guard let module else { return true }
    let result = calls.now { () throws(Trap) in
      try calls.kernel.tryGetModule(at: module.address)
    }
    guard case .success(let isTaken) = result else { return false }
    return isTaken
  }

  /// Takes one more reference to a module that the caller has one to already.
  ///
  /// Any context; never sleeps. C: `__module_get` (from 2.6 on). 2.6 has a `BUG()` for those who have
  /// none.
  public func moduleGet(_ module: ModuleHandle?) {
    guard let calls = KernelCalls(self), calls.has("__module_get", \.isLiveFlag), let module else {
      return
    }
    _ = calls.now { () throws(Trap) in try calls.kernel.getModule(at: module.address) }
  }

  /// Gives a reference back.
  ///
  /// Any context; never sleeps. C: `module_put` (from 2.6 on), `__MOD_DEC_USE_COUNT` (2.4).
  ///
  /// One too many goes unnoticed at first; 6.1 warns of the second, and a remover then finds a bug.
  public func modulePut(_ module: ModuleHandle?) {
    guard let calls = KernelCalls(self), calls.has("module_put", \.countsFromOutside), let module
    else { return }
    _ = calls.now { () throws(Trap) in try calls.kernel.putModule(at: module.address) }
  }

  /// How often a module is used; -1 while it is going, in 6.1.
  ///
  /// Any context. C: `module_refcount` (from 2.6 on).
  ///
  /// Up to 2.6.24 each processor has its own count: the sum is right only while nobody else counts.
  public func moduleRefcount(_ module: ModuleHandle) -> Int {
    guard let calls = KernelCalls(self), calls.has("module_refcount", \.isLiveFlag),
      module.state != nil, let record = calls.kernel.modules.withHeader(at: module.address)
    else { return 0 }
    return calls.kernel.useCount(of: record)
  }
}

extension KernelCalls {
  /// Whether this kernel has a call; if not, it says so.
  func has(_ call: String, _ ability: KeyPath<any ModuleLoader, Bool>) -> Bool {
    if kernel.version.loader[keyPath: ability] { return true }
    kernel.refuse(call)
    return false
  }
}
