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
  /// - Throws: `EPERM` where the process is not root's, `EEXIST`, `EINVAL`, `ENOEXEC`, `ENOMEM`, or what
  ///   the init function says.
  public func initModule(file: ModuleFile, arguments: String) async throws(Errno) {
    let type: any Module.Type
    switch file.content {
    case .module(let module): type = module
    case .unloadable(let defect): throw defect.errno
    }
    let image = ModuleImage(name: ModuleFile.name(of: type), type: type)
    guard kernel.version.loader is UseCountLoader else {
      return try await initModule(image, arguments: arguments)
    }
    try await createModule(image.name, size: image.size)
    do throws(Errno) { try await initModule(image.name, image) } catch {
      try? await deleteModule(image.name)
      throw error
    }
  }
}

extension ModuleFile {
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
