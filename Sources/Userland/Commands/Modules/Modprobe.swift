internal import SimKernel

extension Program {
  /// Loads a module and what it needs, or with `-r` removes it and what nobody else needs.
  ///
  /// What a module needs stands in `modules.dep`; other names for it in `modules.alias`, and in
  /// `modules.conf` or `modprobe.conf` under `/etc`.
  static let modprobe = Program(name: "modprobe") { invocation in
    let probe = Modprobe(tool: ModuleTool(invocation: invocation))
    let options = Options(invocation.arguments, flags: "rvqfns", isLeading: true)
    if let option = options.invalid { return await invocation.refuse(option, "modprobe") }
    guard let word = options.operands.first else {
      return await probe.tool.fail("modprobe: no module name was given")
    }
    let name = await probe.name(behind: word)
    guard let files = await probe.tool.files(of: name) else {
      return await probe.tool.fail(probe.notFound(word))
    }
    return options.has("r")
      ? await probe.remove(files) : await probe.load(files, Array(options.operands.dropFirst()))
  }
}

/// The work of one `modprobe`.
private struct Modprobe {
  let tool: ModuleTool

  private var modules: ToolSet.ModulePackage { tool.invocation.machine.tools.modules }
  private var isKmod: Bool { modules == .kmod }
  private var isModutils: Bool { tool.invocation.machine.tools.isModutils }

  /// The module that a name stands for: `alias char-major-240 chardev`, as an author or a module's
  /// file says.
  func name(behind word: String) async -> String {
    let own = isModutils ? "/etc/modules.conf" : "/etc/modprobe.conf"
    for path in [own, "\(tool.folder)/modules.alias"] {
      let alias = await tool.lines(of: path).first { line in
        line.count == 3 && line[0] == "alias" && Self.fits(word, line[1])
      }
      if let alias { return ModuleTool.name(alias[2]) }
    }
    return ModuleTool.name(word)
  }

  /// Whether a word is one of an alias's: `char-major-240-*`.
  ///
  /// C: `fnmatch`.
  private static func fits(_ word: String, _ alias: String) -> Bool {
    ShellPattern(alias.map { ShellPattern.Symbol(character: $0, isQuoted: false) }).matches(word)
  }

  func notFound(_ word: String) -> String {
    if isModutils { return "modprobe: Can't locate module \(word)" }
    return isKmod
      ? "modprobe: FATAL: Module \(word) not found in directory \(tool.folder)"
      : "FATAL: Module \(word) not found."
  }

  func load(_ files: [String], _ arguments: [String]) async -> Int {
    let loaded = await tool.loaded().compactMap(\.first)
    for (index, path) in files.enumerated().reversed() {
      let name = ModuleTool.name(path)
      if loaded.contains(name) { continue }
      do throws(Errno) {
        let file = try await tool.file(at: path)
        let text = index == 0 ? arguments.joined(separator: " ") : ""
        try await tool.system.initModule(file: file, arguments: text)
      } catch {
        return await tool.fail(notLoaded(name, path, error))
      }
    }
    return 0
  }

  private func notLoaded(_ name: String, _ path: String, _ error: Errno) -> String {
    if isModutils { return "\(path): init_module: \(error)\nmodprobe: insmod \(path) failed" }
    return isKmod
      ? "modprobe: ERROR: could not insert '\(name)': \(error.insertionText)"
      : "FATAL: Error inserting \(name) (\(path)): \(error.insertionText)"
  }

  func remove(_ files: [String]) async -> Int {
    for (index, path) in files.enumerated() {
      let name = ModuleTool.name(path)
      guard await tool.loaded().contains(where: { $0.first == name }) else { continue }
      do throws(Errno) { try await tool.system.deleteModule(name, flags: .nonBlocking) } catch {
        // What somebody else needs as well stays, and that is no failure.
        if index > 0 { continue }
        return await tool.fail(notRemoved(name, error))
      }
    }
    return 0
  }

  private func notRemoved(_ name: String, _ error: Errno) -> String {
    if isModutils { return "\(name): \(error)" }
    let isInUse = error == .EAGAIN || error == .EBUSY
    let text = isInUse ? "Module \(name) is in use." : "Error removing \(name): \(error)"
    return isKmod ? "modprobe: FATAL: \(text)" : "FATAL: \(text)"
  }
}
