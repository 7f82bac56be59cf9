internal import SimKernel

extension Program {
  /// Loads a module.
  ///
  /// Texts: modutils 2.1.121 and 2.4.16.
  static let insmodOfModutils = Program(name: "insmod") { invocation in
    let system = invocation.system
    guard let word = invocation.arguments.first else {
      await system.print(
        "Usage: insmod [-fhkLmnpqrsSvVxXyYN] [-e persist_name] [-o module_name] [-O blob_name] [-P prefix] module [ symbol=value ... ]",
        to: 1)
      return 1
    }
    let name = ModuleTool.name(word)
    let isPath = word.hasSuffix(".o") || word.contains("/")
    let path = isPath ? word : "/lib/modules/\(system.kernel.version.release)/\(name).o"
    let file: ModuleFile
    do throws(Errno) { file = try await ModuleTool(invocation: invocation).file(at: path) } catch {
      let reason = isPath ? "\(error)" : "no module by that name found"
      await system.print("insmod: \(word): \(reason)", to: 2)
      return 1
    }
    guard case .module(let type) = file.content else {
      await system.print("\(word): \(Errno.ENOEXEC)", to: 2)
      return 1
    }
    let image = ModuleImage(name: name, type: type)
    if !isPath { await system.print("Using \(name).o", to: 1) }
    let isTainting = await License.check(image.type.license, of: "\(name).o", system)
    let status = await load(image, from: "\(name).o", system)
    if isTainting, status == 0 {
      await system.print("Module \(name) loaded, with warnings", to: 1)
    }
    return status
  }

  private static func load(
    _ image: ModuleImage, from file: String, _ system: SystemCalls
  ) async -> Int {
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
      await system.print(hint, to: 2)
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
