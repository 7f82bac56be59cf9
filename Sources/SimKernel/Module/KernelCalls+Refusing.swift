extension KernelCalls {
  /// Refuses a call, by its name in C, that this kernel does not have, and says so.
  func refuse(_ name: String) -> Errno {
    kernel.refuse(name)
    return .ENOSYS
  }

  /// Runs a call that cannot sleep and can fail.
  ///
  /// A fault in it is an error to the module's code, which has no future.
  func attempt<Value>(_ body: () throws(Trap) -> Value) throws(Errno) -> Value {
    guard let result = now(body) else { throw .EFAULT }
    return try result.get()
  }
}
