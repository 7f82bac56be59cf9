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
    return await tool.load(image, from: object, Array(options.operands.dropFirst()))
  }
}

extension ModuleTool {
  private var isOf24: Bool { invocation.machine.tools.modules == .modutils24 }

  /// Warns, loads, and says how it went; nobody asked for a licence before 2.4.
  fileprivate func load(
    _ image: ModuleImage, from file: String, _ arguments: [String]
  ) async -> Int {
    var image = image
    let linker = ModutilsLinker(system)
    let missing: [String]
    do throws(Errno) { missing = try await linker.link(&image) } catch { missing = ["\(error)"] }
    guard missing.isEmpty else { return await refuse(file, missing) }
    let isTainting = isOf24 ? await License.check(image.licenseText, of: file, system) : false
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
