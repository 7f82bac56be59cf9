internal import SimKernel

extension Program {
  /// Removes modules, after a look at `/proc/modules`.
  ///
  /// Texts: module-init-tools 3.
  static let rmmodOfModuleInitTools = Program(name: "rmmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    let options = Options(invocation.arguments, flags: "fwvs")
    guard options.invalid == nil, !options.operands.isEmpty else {
      return await tool.fail("Usage: rmmod [-fhswvV]|[--wait|-f] modulename ...")
    }
    var status = 0
    for word in options.operands {
      let name = ModuleTool.name(word)
      status = max(status, await tool.remove(name, options))
    }
    return status
  }

  /// Removes modules, after a look at `/sys/module`.
  ///
  /// Texts: kmod 30.
  static let rmmodOfKmod = Program(name: "rmmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    let isAsked = invocation.arguments.contains { $0 == "-h" || $0 == "--help" }
    if isAsked {
      await tool.system.print(rmmodHelp, to: 1)
      return 0
    }
    let words = invocation.arguments.map { $0 == "--force" ? "-f" : $0 }
    let options = Options(words, flags: "fsv")
    if let option = options.invalid {
      return await tool.fail("rmmod: ERROR: unexpected getopt_long() value '\(option)'.")
    }
    guard !options.operands.isEmpty else {
      return await tool.fail("rmmod: ERROR: missing module name.")
    }
    var status = 0
    for word in options.operands {
      status = max(status, await tool.removeByKmod(ModuleTool.name(word), options.has("f")))
    }
    return status
  }

  /// Removes modules.
  ///
  /// Texts: busybox 1.35.
  static let rmmodOfBusybox = Program(name: "rmmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    let options = Options(invocation.arguments, flags: "wfa")
    if let option = options.invalid { return await invocation.refuse(option, "rmmod") }
    var flags: RemovalFlags = options.has("w") ? [] : .nonBlocking
    if options.has("f") { flags.insert(.force) }
    var status = 0
    for word in options.operands {
      let name = ModuleTool.name(word)
      do throws(Errno) { try await tool.system.deleteModule(name, flags: flags) } catch {
        status = await tool.fail("rmmod: can't unload module '\(name)': \(error)")
      }
    }
    return status
  }

  private static let rmmodHelp = """
    Usage:
    \trmmod [options] modulename ...
    Options:
    \t-f, --force       forces a module unload and may crash your
    \t                  machine. This requires Forced Module Removal
    \t                  option in your kernel. DANGEROUS
    \t-s, --syslog      print to syslog, not stderr
    \t-v, --verbose     enables more messages
    \t-V, --version     show version
    \t-h, --help        show this help
    """
}

extension ModuleTool {
  /// C: `rmmod` of module-init-tools.
  fileprivate func remove(_ name: String, _ options: Options) async -> Int {
    guard let module = await loaded().first(where: { $0.first == name }) else {
      return await fail("ERROR: Module \(name) does not exist in /proc/modules")
    }
    let isWaiting = options.has("w")
    if !options.has("f"), !isWaiting, module.count > 3 {
      let users = module[3].split(separator: ",").filter { !$0.hasPrefix("[") && $0 != "-" }
      if !users.isEmpty {
        return await fail("ERROR: Module \(name) is in use by \(users.joined(separator: ","))")
      }
      if Int(module[2]) ?? 0 != 0 { return await fail("ERROR: Module \(name) is in use") }
    }
    if options.has("v") {
      let end = options.has("f") ? " force" : ""
      await system.print("rmmod \(name), wait=\(isWaiting ? "yes" : "no")\(end)", to: 1)
    }
    var flags: RemovalFlags = isWaiting ? [] : .nonBlocking
    if options.has("f") { flags.insert(.force) }
    do throws(Errno) {
      try await system.deleteModule(name, flags: flags)
      return 0
    } catch {
      return await fail("ERROR: Removing '\(name)': \(error)")
    }
  }

  /// C: `rmmod` of kmod, and `kmod_module_remove_module`.
  fileprivate func removeByKmod(_ name: String, _ isForced: Bool) async -> Int {
    if !isForced, let status = await refusal(of: name) { return status }
    do throws(Errno) {
      try await system.deleteModule(name, flags: isForced ? [.nonBlocking, .force] : .nonBlocking)
      return 0
    } catch {
      let place = "../libkmod/libkmod-module.c:856 kmod_module_remove_module()"
      await system.print("rmmod: ERROR: \(place) could not remove '\(name)': \(error)", to: 2)
      return await fail("rmmod: ERROR: could not remove module \(name): \(error)")
    }
  }

  /// Why kmod does not even ask the kernel; nil where it does.
  ///
  /// C: `check_module_inuse`.
  private func refusal(of name: String) async -> Int? {
    let folder = "/sys/module/\(name)"
    guard (try? await system.status(of: folder)) != nil else {
      return await fail("rmmod: ERROR: Module \(name) is not currently loaded")
    }
    do throws(Errno) {
      let holders = try await system.names(in: "\(folder)/holders")
      if !holders.isEmpty {
        let users = holders.joined(separator: " ")
        return await fail("rmmod: ERROR: Module \(name) is in use by: \(users)")
      }
    } catch {
      let place = "../libkmod/libkmod-module.c:1998 kmod_module_get_holders()"
      await system.print(
        "rmmod: ERROR: \(place) could not open '\(folder)/holders': \(error)", to: 2)
    }
    guard let count = await value(of: "\(folder)/refcnt").flatMap({ Int($0) }) else {
      return await fail("rmmod: ERROR: Module unloading is not supported")
    }
    if count > 0 { return await fail("rmmod: ERROR: Module \(name) is in use") }
    // A count below nothing is taken for an error, of which nobody is told.
    return count < 0 ? 1 : nil
  }
}
