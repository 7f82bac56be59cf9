extension SystemCalls {
  /// Loads a module: the kernel links it, reads its parameters and runs its init function.
  ///
  /// C: `init_module` since 2.5.48, `finit_module`. What is thrown for an init function that returned
  /// a number beyond the error numbers is that number.
  ///
  /// - Parameters:
  ///   - image: What lies in the module's file.
  ///   - arguments: The parameters, as in `insmod`'s command line.
  ///   - flags: What not to look at, since 3.8.
  /// - Throws: `EPERM` where the process is not root's or loading was forbidden, `EINTR`, `EEXIST`,
  ///   `EBUSY`, `ENOENT` for a symbol that nobody exports, `ENOMEM`, or what the init function says;
  ///   `ENOSYS` in 2.2 and 2.4.
  public func initModule(
    _ image: ModuleImage, arguments: String = "", flags: LoadFlags = []
  ) async throws(Errno) {
    try await call(.sysInitModule) { () async throws(Trap) in
      try await kernel.version.loader.load(
        image, arguments: arguments, flags: flags, on: kernel)
    }
  }

  /// Removes a module.
  ///
  /// C: `delete_module`.
  ///
  /// - Parameters:
  ///   - name: Its name; nil removes what `kmod` loaded and nobody has used lately, in 2.2 and 2.4.
  ///   - flags: Whether to wait and whether to insist; 2.2 and 2.4 do not look at them.
  /// - Throws: `EPERM` where the process is not root's; `ENOENT`. In 2.2 and 2.4 `EINVAL`,
  ///   `ENAMETOOLONG`, and `EBUSY` while it is in use. Since 2.5.48 `EAGAIN` while it is in use or
  ///   other modules use it, `EBUSY` where it cannot be removed at all or now, and `EINTR`.
  public func deleteModule(_ name: String?, flags: RemovalFlags = []) async throws(Errno) {
    try await call(.sysDeleteModule) { () async throws(Trap) in
      try await kernel.version.loader.remove(name, flags: flags, on: kernel)
    }
  }

  /// Asks for memory for a module.
  ///
  /// C: `create_module` (2.2 and 2.4).
  ///
  /// - Returns: Where the memory begins, and the module's header with it.
  /// - Throws: `EPERM` where the process is not root's, `EINVAL`, `ENAMETOOLONG`, `EEXIST`, `ENOMEM`;
  ///   `ENOSYS` since 2.5.48.
  @discardableResult
  public func createModule(_ name: String, size: Int) async throws(Errno) -> Address {
    try await call(.sysCreateModule) { () async throws(Trap) in
      try await useCountLoader().create(name, size: size, on: kernel)
    }
  }

  /// Puts a module into the memory that it got, and runs its init function.
  ///
  /// C: `init_module` (2.2 and 2.4).
  ///
  /// - Throws: `EPERM` where the process is not root's, `ENOENT`, `EINVAL`, `ENAMETOOLONG`, or what
  ///   the init function says, which in 2.2 is always `EBUSY`; `ENOSYS` since 2.5.48.
  public func initModule(_ name: String, _ image: ModuleImage) async throws(Errno) {
    try await call(.sysInitModule) { () async throws(Trap) in
      try await useCountLoader().initialise(name, image, on: kernel)
    }
  }

  /// Asks about modules.
  ///
  /// C: `query_module` (2.2 and 2.4).
  ///
  /// - Parameters:
  ///   - name: The module; nil or empty for the kernel itself.
  ///   - question: What to ask; nil stands for a number that is no question.
  ///   - buffer: Where the answer goes.
  /// - Throws: `ENOENT`, `EINVAL`, `ENOSPC` where the buffer is too small; `ENOSYS` since 2.5.48.
  public func queryModule(
    _ name: String?, _ question: QueryBuffer.Question?, _ buffer: QueryBuffer
  ) async throws(Errno) {
    try await call(.sysQueryModule) { () async throws(Trap) in
      try await useCountLoader().query(name, question, buffer, on: kernel)
    }
  }

  /// Reads the table of symbols that modules can use, with a `#` before each module's name.
  ///
  /// C: `get_kernel_syms` (2.2 and 2.4).
  ///
  /// - Throws: `ENOSYS` since 2.5.48.
  public func getKernelSyms() async throws(Errno) -> [(name: String, value: UInt64)] {
    try await call(.sysGetKernelSyms) { () async throws(Trap) in
      await (try useCountLoader()).kernelSymbols(on: kernel)
    }
  }

  private func useCountLoader() throws(Trap) -> UseCountLoader {
    guard let loader = kernel.version.loader as? UseCountLoader else { throw .errno(.ENOSYS) }
    return loader
  }
}
