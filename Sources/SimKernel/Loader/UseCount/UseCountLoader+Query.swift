extension UseCountLoader {
  /// Tells a process about modules.
  ///
  /// C: `sys_query_module`. A number that is no question is nil.
  ///
  /// The module counts one more use while it is asked about, which the answer does not show.
  func query(
    _ name: String?, _ question: QueryBuffer.Question?, _ buffer: QueryBuffer, on kernel: Kernel
  ) async throws(Trap) {
    await kernel.lockKernel()
    defer { kernel.unlockKernel() }
    guard let name, !name.endingAtNUL.isEmpty else {
      return try answer(question, buffer, on: kernel)
    }
    guard let module = kernel.findModule(try kernel.moduleName(name)) else {
      throw .errno(.ENOENT)
    }
    kernel.setUseCount(of: module, to: kernel.useCount(of: module) + 1)
    defer { kernel.setUseCount(of: module, to: kernel.useCount(of: module) - 1) }
    switch question {
    case .existence: break
    case .modules: try fill(buffer, modules(of: kernel))
    case .dependencies: try fill(buffer, module.dependencies.map { ($0.name, 0) })
    case .references: try fill(buffer, module.users.map { ($0.name, 0) })
    case .symbols: try fill(buffer, symbols(of: module, on: kernel), wordBytes: kernel.wordBytes)
    case .information: try describe(module, in: buffer, on: kernel)
    case nil: throw .errno(.EINVAL)
    }
  }

  /// Answers a question about the kernel itself, which is a module without a name.
  private func answer(
    _ question: QueryBuffer.Question?, _ buffer: QueryBuffer, on kernel: Kernel
  ) throws(Trap) {
    switch question {
    case .existence: break
    case .modules: try fill(buffer, modules(of: kernel))
    case .symbols: try fill(buffer, ownSymbols(of: kernel), wordBytes: kernel.wordBytes)
    case .dependencies, .references, .information, nil: throw .errno(.EINVAL)
    }
  }

  private func modules(of kernel: Kernel) -> [(name: String, value: UInt64)] {
    kernel.modules.map { ($0.name, 0) }
  }

  private func symbols(
    of module: ModuleRecord, on kernel: Kernel
  ) -> [(name: String, value: UInt64)] {
    module.exports.map { (kernel.exportedName($0), $0.address.rawValue) }
  }

  private func ownSymbols(of kernel: Kernel) -> [(name: String, value: UInt64)] {
    linking.kernel.entries.map { (kernel.exportedName($0), $0.address.rawValue) }
  }

  /// Puts entries into a buffer: each takes its name with a NUL, and two words where it has a value.
  private func fill(
    _ buffer: QueryBuffer, _ entries: [(name: String, value: UInt64)], wordBytes: UInt64 = 0
  ) throws(Trap) {
    let needed = entries.reduce(0) { $0 + $1.name.utf8.count + 1 + 2 * Int(wordBytes) }
    guard needed <= buffer.capacity else {
      buffer.result = needed
      throw .errno(.ENOSPC)
    }
    buffer.names = entries
    buffer.result = entries.count
  }

  private func describe(
    _ module: ModuleRecord, in buffer: QueryBuffer, on kernel: Kernel
  ) throws(Trap) {
    buffer.result = QueryBuffer.Information.byteCount
    guard buffer.capacity >= buffer.result else { throw .errno(.ENOSPC) }
    buffer.information = QueryBuffer.Information(
      address: module.address.rawValue, size: module.size,
      flags: kernel.flags(of: module).rawValue, useCount: kernel.useCount(of: module) - 1)
  }

  /// The symbols that modules can use, the newest module's first.
  ///
  /// C: `sys_get_kernel_syms`. Before the symbols of each module stands its name with a `#`.
  func kernelSymbols(on kernel: Kernel) async -> [(name: String, value: UInt64)] {
    await kernel.lockKernel()
    defer { kernel.unlockKernel() }
    var table: [(name: String, value: UInt64)] = []
    for module in kernel.modules where kernel.flags(of: module).contains(.running) {
      table.append(("#\(module.name)", module.address.rawValue))
      table += symbols(of: module, on: kernel)
    }
    table.append(("#", kernel.version.architecture.textStart.rawValue))
    return table + ownSymbols(of: kernel)
  }
}
