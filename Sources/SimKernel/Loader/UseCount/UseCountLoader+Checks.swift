extension UseCountLoader {
  /// Bytes of the header that every `insmod` knows: up to `persist_start`.
  private static let smallestHeader = 0x3c
  /// How much larger a header may be than the kernel's own: 16 words.
  private static let largestGrowth = 0x40

  /// Whether an image is the one that the memory was asked for, and says nothing silly.
  func check(_ image: ModuleImage, for module: ModuleRecord, on kernel: Kernel) throws(Trap) {
    let headerBytes = image.headerBytes ?? Int(header.byteCount)
    guard (Self.smallestHeader...(Int(header.byteCount) + Self.largestGrowth)).contains(headerBytes)
    else {
      kernel.printk("init_module: Invalid module header size.\n", .error)
      kernel.printk("A new version of the modutils is likely needed.\n", .error)
      throw .errno(.EINVAL)
    }
    guard image.size <= module.size else {
      throw refusal("Size of initialized module exceeds size of created module.", on: kernel)
    }
    let known = min(headerBytes, Int(header.byteCount))
    for mistake in HeaderMistake.allCases where mistake.headerBytes <= known {
      if image.makes(mistake) { throw refusal(mistake.text, on: kernel) }
    }
    let name: String
    do throws(Trap) { name = try kernel.moduleName(image.name) } catch {
      if countsFromOutside { _ = refusal("get_mod_name failure.", on: kernel) }
      throw error
    }
    guard name == module.name else {
      throw refusal("changed module name to `\(name)' from `\(module.name)'", on: kernel)
    }
  }

  /// Makes a module a user of those that it needs.
  ///
  /// 2.2 links one after the other as it looks at them: where a later one is no module, the earlier
  /// ones keep a user that was never loaded.
  func linkDependencies(
    of module: ModuleRecord, _ image: ModuleImage, on kernel: Kernel
  ) throws(Trap) {
    var found: [ModuleRecord] = []
    for name in image.dependencies {
      let dependency = kernel.modules.first(named: name) { _ in true }
      guard dependency !== module else {
        throw refusal("self-referential dependency in mod->deps.", on: kernel)
      }
      guard let dependency else {
        throw refusal("found dependency that is (no longer?) a module.", on: kernel)
      }
      found.append(dependency)
      if !checksDependenciesFirst { link(module, to: dependency, on: kernel) }
    }
    guard checksDependenciesFirst else { return }
    for dependency in found { link(module, to: dependency, on: kernel) }
  }

  private func link(_ module: ModuleRecord, to dependency: ModuleRecord, on kernel: Kernel) {
    module.dependencies.append(dependency)
    dependency.users.insert(module, at: 0)
    kernel.setFlags(of: dependency, to: kernel.flags(of: dependency).union(.usedOnce))
  }

  private func refusal(_ text: String, on kernel: Kernel) -> Trap {
    kernel.printk("init_module: \(text)\n", .error)
    return .errno(.EINVAL)
  }
}

extension ModuleImage {
  /// Whether a field of its header says what it must not.
  fileprivate func makes(_ mistake: HeaderMistake) -> Bool {
    if mistake == .flags, otherFlags & ~ModuleFlags.autoclean.rawValue != 0 { return true }
    return headerMistakes.contains(mistake)
  }
}
