extension SystemCalls {
  /// Asks for memory for a module.
  ///
  /// C: `create_module` (2.4).
  ///
  /// - Throws: `EPERM` where the process is not root's, `EINVAL`, `ENAMETOOLONG`, `EEXIST`, `ENOMEM`.
  public func createModule(_ name: String, size: Int) async throws(Errno) {
    try await call(.sysCreateModule) { () async throws(Trap) in
      _ = try kernel.createModule(name, size: size)
    }
  }

  /// Puts a module into the memory that it got, and runs its init function.
  ///
  /// C: `init_module` (2.4).
  ///
  /// - Throws: `EPERM` where the process is not root's, `ENOENT`, `EINVAL`, `ENAMETOOLONG`, or what
  ///   the init function says.
  public func initModule(_ name: String, _ image: ModuleImage) async throws(Errno) {
    try await call(.sysInitModule) { () async throws(Trap) in
      try await kernel.initModule(name, image)
    }
  }

  /// Removes a module.
  ///
  /// C: `delete_module` (2.4).
  ///
  /// - Throws: `EPERM` where the process is not root's, `EINVAL`, `ENAMETOOLONG`, `ENOENT`, or `EBUSY`
  ///   while it is in use.
  public func deleteModule(_ name: String) async throws(Errno) {
    try await call(.sysDeleteModule) { () async throws(Trap) in
      try await kernel.deleteModule(name)
    }
  }
}
