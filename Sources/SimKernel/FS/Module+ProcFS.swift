extension Module {
  /// Makes a file under `/proc`.
  ///
  /// Process context, may sleep. C: `create_proc_read_entry`.
  ///
  /// - Parameters:
  ///   - name: Its name, with the folder where it is not `/proc` itself: `driver/sched`.
  ///   - read: Writes the whole text of the file to the page. Process context, may sleep. Nobody
  ///     counts a use of the module while it runs.
  /// - Throws: `ENOMEM`, which is what drivers return where C's function returns `NULL`: memory is
  ///   short, or the folder is missing.
  public func createProcReadEntry(
    _ name: String, _ read: @escaping (ProcPage) async throws(Errno) -> Void
  ) throws(Errno) {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    let kernel = calls.kernel
    let function = kernel.place("\(calls.module.name)_read_proc", .readProc(read), in: calls.module)
    let result = calls.now { () throws(Trap) in
      try kernel.createProcEntry(name, read: function.address)
    }
    guard let result, try result.get() != nil else { throw .ENOMEM }
    kernel.record(.registered(kind: "proc entry", name: name))
  }

  /// Takes a file out of `/proc`; one that is not there is left alone.
  ///
  /// Process context. C: `remove_proc_entry`.
  public func removeProcEntry(_ name: String) {
    guard let calls = KernelCalls(self) else { return }
    calls.kernel.removeProcEntry(name)
    calls.kernel.record(.unregistered(kind: "proc entry", name: name))
  }
}
