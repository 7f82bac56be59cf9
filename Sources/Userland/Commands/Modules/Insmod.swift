internal import SimKernel

extension Program {
  /// Loads a module.
  ///
  /// Texts: module-init-tools 3.
  static let insmodOfModuleInitTools = Program(name: "insmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    guard let path = invocation.arguments.first else {
      return await tool.fail("Usage: insmod filename [args]")
    }
    let file: ModuleFile
    do throws(Errno) { file = try await tool.file(at: path) } catch {
      return await tool.fail("insmod: can't read '\(path)': \(error)")
    }
    do throws(Errno) {
      let arguments = invocation.arguments.dropFirst().joined(separator: " ")
      try await tool.system.initModule(file: file, arguments: arguments)
      return 0
    } catch {
      return await tool.fail("insmod: error inserting '\(path)': -1 \(error.insertionText)")
    }
  }

  /// Loads a module.
  ///
  /// Texts: kmod 30.
  static let insmodOfKmod = Program(name: "insmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    var words = invocation.arguments[...]
    var flags: LoadFlags = []
    while let option = words.first, ["-f", "--force", "-s", "-v"].contains(option) {
      if option.hasSuffix("f") || option == "--force" { flags = [.ignoreVersions, .ignoreMagic] }
      words.removeFirst()
    }
    guard let path = words.popFirst() else {
      return await tool.fail("insmod: ERROR: missing filename.")
    }
    let file: ModuleFile
    do throws(Errno) { file = try await tool.file(at: path) } catch {
      return await tool.fail("insmod: ERROR: could not load module \(path): \(error)")
    }
    do throws(Errno) {
      let arguments = words.joined(separator: " ")
      try await tool.system.initModule(file: file, arguments: arguments, flags: flags)
      return 0
    } catch {
      return await tool.fail(
        "insmod: ERROR: could not insert module \(path): \(error.insertionText)")
    }
  }

  /// Loads a module; what fails is tried a second time by the older system call.
  ///
  /// Texts: busybox 1.35; the exit status is the error's number.
  static let insmodOfBusybox = Program(name: "insmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    guard let path = invocation.arguments.first else {
      return await tool.fail("Usage: insmod FILE [SYMBOL=VALUE]...")
    }
    let file: ModuleFile
    do throws(Errno) { file = try await tool.file(at: path) } catch {
      return await tool.fail(
        "insmod: can't insert '\(path)': \(error)", status: 256 - error.rawValue)
    }
    let arguments = invocation.arguments.dropFirst().joined(separator: " ")
    for attempt in 1...2 {
      do throws(Errno) {
        try await tool.system.initModule(file: file, arguments: arguments)
        return 0
      } catch {
        guard attempt == 2 else { continue }
        return await tool.fail(
          "insmod: can't insert '\(path)': \(error.busyboxText)", status: error.rawValue & 0xff)
      }
    }
    return 1
  }
}

extension Errno {
  /// What busybox makes of an error of `insmod`.
  fileprivate var busyboxText: String {
    switch self {
    case .ENOEXEC: "invalid module format"
    case .ENOENT: "unknown symbol in module, or unknown parameter"
    case .ESRCH: "module has wrong symbol version"
    default: description
    }
  }
}
