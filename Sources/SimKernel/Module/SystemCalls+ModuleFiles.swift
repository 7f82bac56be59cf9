extension SystemCalls {
  /// Loads the module that a file holds: the kernel links it, and runs its init function.
  ///
  /// C: `finit_module` (3.8 and later), `init_module` (2.6).
  ///
  /// A kernel that leaves the linking to `insmod` does here what `insmod` would ask of it, one call
  /// after the other, and takes the module away again where its init function refuses.
  ///
  /// - Parameters:
  ///   - file: What the file holds.
  ///   - arguments: The module's parameters, as they were typed.
  ///   - flags: What not to look at, since 3.8.
  /// - Throws: `EPERM` where the process is not root's, `EEXIST`, `EINVAL`, `ENOEXEC`, `ENOMEM`, or what
  ///   the init function says.
  public func initModule(
    file: ModuleFile, arguments: String, flags: LoadFlags = []
  ) async throws(Errno) {
    guard var image = ModuleImage(file) else { return try await refuse(file) }
    guard kernel.version.linking.symbols == nil else {
      return try await initModule(image, arguments: arguments, flags: flags)
    }
    let words = arguments.split(separator: " ").map(String.init)
    let linker = ModutilsLinker(self)
    guard try await linker.link(&image).isEmpty else { throw .ENOENT }
    guard await linker.read(words, into: &image).isEmpty else { throw .EINVAL }
    try await createModule(image.name, size: image.size)
    do throws(Errno) { try await initModule(image.name, image) } catch {
      try? await deleteModule(image.name)
      throw error
    }
  }

  /// Says what is wrong with a file that holds no module.
  private func refuse(_ file: ModuleFile) async throws(Errno) {
    guard case .unloadable(let defect) = file.content else { return }
    try await call(.sysInitModule) { () async throws(Trap) in
      try kernel.checkModuleCapability()
      let rules = kernel.version.linking
      guard rules.symbols != nil else { throw .errno(.ENOEXEC) }
      if let message = rules.judgesFileFirst ? defect.message : defect.earlyMessage {
        let name = defect.namesModule ? "\(file.moduleName): " : ""
        kernel.printk("\(name)\(message)\n", .error)
      }
      throw .errno(rules.judgesFileFirst ? defect.errno : defect.earlyErrno)
    }
  }
}

extension ModuleFile {
  /// The name of the file, without folders and extension.
  var moduleName: String {
    let name = FilePath.name(path)
    return String(name.prefix { $0 != "." })
  }

  /// The name that a class's module has: `NoisyTimer` is `noisy_timer`.
  ///
  /// C: `KBUILD_MODNAME`.
  public static func name(of type: any Module.Type) -> String {
    var name = ""
    for character in String(describing: type) {
      if character.isUppercase, !name.isEmpty { name += "_" }
      name += character.lowercased()
    }
    return name
  }
}
