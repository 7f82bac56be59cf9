extension LiveFlagLoader {
  /// How long a loader waits for a module whose symbols it needs, in seconds.
  private static let longestWait = 30

  /// Finds who exports each symbol that a module needs, and takes a reference to each such module.
  ///
  /// C: `simplify_symbols`. Every symbol that nobody exports is named; the last one's error counts.
  func resolve(
    _ symbols: [String], for module: ModuleRecord, on kernel: Kernel
  ) async throws(Trap) {
    var failure: Errno?
    for symbol in symbols {
      do throws(Trap) {
        try await resolve(symbol, for: module, on: kernel)
      } catch {
        guard case .errno(let errno) = error, !kernel.isTornDown else { throw error }
        report(symbol, errno, module, on: kernel)
        failure = errno
      }
    }
    if let failure { throw .errno(failure) }
  }

  /// Takes a reference to whoever exports a symbol, also if he has to be waited for.
  ///
  /// C: `resolve_symbol_wait`.
  private func resolve(
    _ symbol: String, for module: ModuleRecord, on kernel: Kernel
  ) async throws(Trap) {
    guard waitsForLoaders else { return try take(symbol, for: module, on: kernel) }
    let ticks = Self.longestWait * kernel.version.hertz
    let hasCome = try await kernel.waitForModule(ticks: ticks) { () throws(Trap) in
      do throws(Trap) { try take(symbol, for: module, on: kernel) } catch {
        if case .errno(.EBUSY) = error { return false }
        throw error
      }
      return true
    }
    guard hasCome else {
      giveUp(symbol, module, on: kernel)
      throw .errno(.EBUSY)
    }
  }

  private func giveUp(_ symbol: String, _ module: ModuleRecord, on kernel: Kernel) {
    guard
      case .module(let owner)? = try? kernel.loading.linker.exporter(
        of: symbol, for: module, on: kernel)
    else { return }
    kernel.printk("\(module.name): gave up waiting for init of module \(owner.name).\n")
  }

  private func report(
    _ symbol: String, _ errno: Errno, _ module: ModuleRecord, on kernel: Kernel
  ) {
    let reason = waitsForLoaders ? " (err -\(errno.rawValue))" : ""
    kernel.printk("\(module.name): Unknown symbol \(symbol)\(reason)\n")
  }

  /// Takes a reference to whoever exports a symbol.
  private func take(
    _ symbol: String, for module: ModuleRecord, on kernel: Kernel
  ) throws(Trap) {
    let owner = try kernel.loading.linker.exporter(of: symbol, for: module, on: kernel)
    if case .module(let provider) = owner { try use(provider, by: module, on: kernel) }
  }

  /// Makes one module a user of another: one reference for each pair, however many symbols it needs.
  ///
  /// C: `use_module`, `strong_try_module_get`. Throws `EBUSY` while the other one is still coming, which
  /// up to 2.6.24 is as good as missing, and `ENOENT` when it is going.
  private func use(
    _ owner: ModuleRecord, by module: ModuleRecord, on kernel: Kernel
  ) throws(Trap) {
    guard !module.dependencies.contains(where: { $0 === owner }) else { return }
    if kernel.state(of: owner) == .coming { throw .errno(waitsForLoaders ? .EBUSY : .ENOENT) }
    guard try tryGet(owner.address, on: kernel) else { throw .errno(.ENOENT) }
    module.dependencies.append(owner)
    owner.users.insert(module, at: 0)
  }

  /// Gives back what a module used.
  ///
  /// C: `module_unload_free`.
  func dropDependencies(of module: ModuleRecord, on kernel: Kernel) throws(Trap) {
    for owner in module.dependencies {
      owner.users.removeAll { $0 === module }
      try put(owner.address, on: kernel)
    }
    module.dependencies.removeAll()
  }
}
