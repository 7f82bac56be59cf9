extension LiveFlagLoader {
  /// How long a loader waits for a module whose symbols it needs, in seconds.
  private static let longestWait = 30

  /// Finds who exports each symbol that a module needs, and takes a reference to each such module.
  ///
  /// C: `simplify_symbols`. Every symbol that cannot be had is reported; the last one's errno is thrown.
  func resolve(
    _ link: ModuleLink, for module: ModuleRecord, on kernel: Kernel
  ) async throws(Trap) {
    var failure: Errno?
    for wanted in link.imports {
      var answer = try take(wanted, link, for: module, on: kernel)
      if waitsForLoaders, case .refused(.EBUSY, let owner) = answer {
        answer = try await wait(for: owner, wanted, link, for: module, on: kernel)
      }
      if let errno = link.conclude(wanted, answer) { failure = errno }
    }
    if let failure { throw .errno(failure) }
  }

  /// Waits until the owner of a symbol has come, or will not come.
  ///
  /// C: `resolve_symbol_wait` of 6.1. A signal ends the wait as the time does.
  private func wait(
    for owner: String, _ wanted: ModuleImport, _ link: ModuleLink, for module: ModuleRecord,
    on kernel: Kernel
  ) async throws(Trap) -> SymbolResolver.Answer {
    var answer = SymbolResolver.Answer.refused(.EBUSY, owner: owner)
    var hasCome = false
    do throws(Trap) {
      hasCome = try await kernel.waitForModule(ticks: Self.longestWait * kernel.version.hertz) {
        () throws(Trap) in
        answer = try take(wanted, link, for: module, on: kernel)
        if case .refused(.EBUSY, _) = answer { return false }
        return true
      }
    } catch {
      guard case .errno(.ERESTARTSYS) = error else { throw error }
    }
    if !hasCome { link.gaveUpWaiting(for: owner) }
    return answer
  }

  /// Finds a symbol, takes a reference to whoever exports it, and notes where it lies.
  ///
  /// C: `resolve_symbol`.
  private func take(
    _ wanted: ModuleImport, _ link: ModuleLink, for module: ModuleRecord, on kernel: Kernel
  ) throws(Trap) -> SymbolResolver.Answer {
    let answer = link.find(wanted)
    guard case .found(let found) = answer else {
      if wanted.isWeak { module.links[wanted.name] = .null }
      return answer
    }
    if let owner = kernel.owner(of: found), try !use(owner, by: module, on: kernel) {
      return .refused(.ENOENT, owner: owner.name)
    }
    module.links[wanted.name] = found.entry.address
    return answer
  }

  /// Makes one module a user of another: one reference for each pair, however many symbols it needs.
  ///
  /// C: `use_module`, `ref_module`.
  private func use(
    _ owner: ModuleRecord, by module: ModuleRecord, on kernel: Kernel
  ) throws(Trap) -> Bool {
    if module.dependencies.contains(where: { $0 === owner }) { return true }
    guard try tryGet(owner.address, on: kernel) else { return false }
    module.dependencies.append(owner)
    owner.users.insert(module, at: 0)
    return true
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
