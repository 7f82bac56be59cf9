/// Something that a module offers to others under a name, without any symbol.
///
/// C: `struct inter_module_entry` (2.4).
///
/// Where somebody finds a bug in what is done with these, the line number that he says is free.
struct InterModuleEntry {
  let name: String
  /// The header of the module that is counted; null for none.
  let owner: Address
  let data: Any
}

/// Names under which modules offer things to each other. C: `inter_module_register` and its like,
/// only in 2.4.
extension Module {
  /// Offers something under a name.
  ///
  /// Process context. C: `inter_module_register` (2.4).
  ///
  /// A name that is taken is a bug, of which the caller dies.
  /// - Parameters:
  ///   - name: What others ask for.
  ///   - owner: The module that is counted as in use while somebody has it: always ``thisModule``.
  ///   - data: What they get.
  public func interModuleRegister(_ name: String, owner: ModuleHandle?, _ data: Any) {
    guard let calls = KernelCalls(self), calls.has("inter_module_register", \.hasInterModule) else {
      return
    }
    let kernel = calls.kernel
    _ = calls.now { () throws(Trap) in
      guard !kernel.loading.interModuleEntries.contains(where: { $0.name == name }) else {
        kernel.printk("inter_module_register: duplicate im_name '\(name)'", .error)
        throw kernel.fault(.bug(file: "module.c", line: 105))
      }
      kernel.loading.interModuleEntries.insert(
        InterModuleEntry(name: name, owner: owner?.address ?? .null, data: data), at: 0)
    }
  }

  /// Takes back what was offered under a name; one that is not there is a bug.
  ///
  /// Process context. C: `inter_module_unregister` (2.4).
  public func interModuleUnregister(_ name: String) {
    guard let calls = KernelCalls(self), calls.has("inter_module_unregister", \.hasInterModule)
    else { return }
    let kernel = calls.kernel
    _ = calls.now { () throws(Trap) in
      guard let index = kernel.loading.interModuleEntries.firstIndex(where: { $0.name == name })
      else {
        kernel.printk("inter_module_unregister: no entry for '\(name)'", .error)
        throw kernel.fault(.bug(file: "module.c", line: 142))
      }
      kernel.loading.interModuleEntries.remove(at: index)
    }
  }

  /// Gets what is offered under a name, and counts a use of its owner.
  ///
  /// Process context. C: `inter_module_get` (2.4).
  ///
  /// - Returns: Nil where there is nothing of that name and type, or its owner is being removed.
  public func interModuleGet<Data>(_ name: String, as type: Data.Type = Data.self) -> Data? {
    guard let calls = KernelCalls(self), calls.has("inter_module_get", \.hasInterModule),
      let entry = calls.kernel.loading.interModuleEntries.first(where: { $0.name == name }),
      let data = entry.data as? Data
    else { return nil }
    let result = calls.now { () throws(Trap) in try calls.kernel.tryGetModule(at: entry.owner) }
    guard case .success(true) = result else { return nil }
    return data
  }

  /// Gives back what was got under a name: its owner is used once less.
  ///
  /// A name that is not there is a bug. Process context. C: `inter_module_put` (2.4).
  public func interModulePut(_ name: String) {
    guard let calls = KernelCalls(self), calls.has("inter_module_put", \.hasInterModule) else {
      return
    }
    let kernel = calls.kernel
    _ = calls.now { () throws(Trap) in
      guard let entry = kernel.loading.interModuleEntries.first(where: { $0.name == name }) else {
        kernel.printk("inter_module_put: no entry for '\(name)'", .error)
        throw kernel.fault(.bug(file: "module.c", line: 213))
      }
      try kernel.putModule(at: entry.owner)
    }
  }
}
