internal import SimKernel

extension Program {
  /// Loads a module.
  ///
  /// Texts: modutils 2.1.121 and 2.4.16.
  static let insmodOfModutils = Program(name: "insmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    let options = Options(
      invocation.arguments, flags: "fhkLmnpqrsSvVxXyYN", keys: "eoOP", isLeading: true)
    guard options.invalid == nil, let word = options.operands.first else {
      await tool.system.print(
        "Usage: insmod [-fhkLmnpqrsSvVxXyYN] [-e persist_name] [-o module_name] [-O blob_name] [-P prefix] module [ symbol=value ... ]",
        to: 1)
      return 1
    }
    var name = FilePath.name(word)
    if name.hasSuffix(".o") { name.removeLast(2) }
    let object = "\(name).o"
    let isPath = word.hasSuffix(".o") || word.contains("/")
    let file: ModuleFile
    do throws(Errno) {
      file = try await tool.file(at: isPath ? word : "\(tool.folder)/\(object)")
    } catch {
      let reason = isPath ? "\(error)" : "no module by that name found"
      return await tool.fail("insmod: \(word): \(reason)")
    }
    guard case .module(let type) = file.content else {
      return await tool.fail("\(word): \(Errno.ENOEXEC)")
    }
    if !isPath { await tool.system.print("Using \(object)", to: 1) }
    var image = ModuleImage(name: options.value("o") ?? name, type: type)
    image.license = file.license
    image.versions = file.versions
    image.magic = file.magic
    guard let isForced = await tool.judgeVersion(of: image, from: object, options.has("f")) else {
      return 1
    }
    return await tool.load(image, from: object, isForced, Array(options.operands.dropFirst()))
  }
}

extension ModuleTool {
  private var isOf24: Bool { invocation.machine.tools.modules == .modutils24 }

  /// Compares the version that a module was compiled for with the kernel's.
  ///
  /// - Returns: Whether it is loaded although they differ, of which 2.4's kernel is told; nil where
  ///   it is refused.
  fileprivate func judgeVersion(
    of image: ModuleImage, from file: String, _ isForced: Bool
  ) async -> Bool? {
    let kernel = invocation.machine.kernel.version
    guard let version = image.kernelVersion(on: kernel.release) else {
      _ = await refuse(file, ["couldn't find the kernel version the module was compiled for"])
      return nil
    }
    let text = KernelVersionCheck.mismatch(
      file: file, module: version, kernel: kernel.release,
      bothVersioned: kernel.configuration.hasModuleVersions && image.versions != .missing,
      isForced: isForced)
    guard let text else { return false }
    guard isForced else {
      _ = await refuse(file, [text])
      return nil
    }
    await system.print(text, to: 2)
    guard isOf24 else { return false }
    await License.warn("forced load", of: file, bit: 2, system)
    return true
  }

  /// Warns, loads, and says how it went; nobody asked for a licence before 2.4.
  ///
  /// `isForced` says that the user was warned of something before.
  fileprivate func load(
    _ image: ModuleImage, from file: String, _ isForced: Bool, _ arguments: [String]
  ) async -> Int {
    var image = image
    let linker = ModutilsLinker(system)
    let missing: [String]
    do throws(Errno) { missing = try await linker.link(&image) } catch { missing = ["\(error)"] }
    guard missing.isEmpty else { return await refuse(file, missing) }
    var isTainting = isForced
    if isOf24, await License.check(image.licenseText, of: file, system) { isTainting = true }
    let wrong = await linker.read(arguments, into: &image)
    guard wrong.isEmpty else { return await refuse(file, wrong) }
    let status = await insert(image, from: file)
    if isTainting, status == 0 {
      await system.print("Module \(image.name) loaded, with warnings", to: 1)
    }
    return status
  }

  private func refuse(_ file: String, _ reasons: [String]) async -> Int {
    for reason in reasons { await system.print("\(file): \(reason)", to: 2) }
    return 1
  }

  private func insert(_ image: ModuleImage, from file: String) async -> Int {
    do throws(Errno) {
      try await system.createModule(image.name, size: image.size)
    } catch {
      switch error {
      case .EEXIST:
        await system.print("insmod: a module named \(image.name) already exists", to: 2)
      case .ENOMEM:
        let needed = "needed \(image.size) bytes"
        await system.print("\(file): can't allocate kernel memory for module; \(needed)", to: 2)
      default: await system.print("\(file): create_module: \(error)", to: 2)
      }
      return 1
    }
    do throws(Errno) {
      try await system.initModule(image.name, image)
      return 0
    } catch {
      await system.print("\(file): init_module: \(error)", to: 2)
      if isOf24 { await system.print(Self.hint, to: 2) }
      // The memory is still there; the kernel leaves it to insmod to give it back.
      _ = try? await system.deleteModule(image.name)
      return 1
    }
  }

  private static let hint = """
    Hint: insmod errors can be caused by incorrect module parameters, including invalid IO or IRQ \
    parameters.
          You may find more information in syslog or the output from dmesg
    """
}
