internal import SimKernel

extension Program {
  private static let heading = "Module                  Size  Used by"

  /// Shows which modules are loaded.
  ///
  /// Text: modutils 2.1.121 and 2.4.16.
  static let lsmodOfModutils = Program(name: "lsmod") { invocation in
    await invocation.system.print(heading, to: 1)
    return await FileCopy(invocation).copy("/proc/modules")
  }

  /// Shows which modules are loaded.
  ///
  /// Text: module-init-tools 3.
  static let lsmodOfModuleInitTools = Program(name: "lsmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    await tool.system.print(heading, to: 1)
    for words in await tool.loaded() where words.count > 3 {
      let users = words[3] == "-" ? "" : String(words[3].dropLast())
      await tool.system.print(
        words[0].padded(19) + " " + words[1].leftPadded(8) + "  \(words[2]) \(users)", to: 1)
    }
    return 0
  }

  /// Shows which modules are loaded; sizes and users are those of `/sys/module`.
  ///
  /// Text: kmod 30.
  static let lsmodOfKmod = Program(name: "lsmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    await tool.system.print(heading, to: 1)
    for words in await tool.loaded() where words.count > 2 {
      let folder = "/sys/module/\(words[0])"
      let size = await tool.value(of: "\(folder)/coresize") ?? words[1]
      let count = await tool.value(of: "\(folder)/refcnt") ?? words[2]
      let holders = (try? await tool.system.names(in: "\(folder)/holders")) ?? []
      let users = holders.isEmpty ? "" : " " + holders.joined(separator: ",")
      await tool.system.print(
        words[0].padded(19) + " " + size.leftPadded(8) + "  \(count)\(users)", to: 1)
    }
    return 0
  }

  /// Shows which modules are loaded, and whether the kernel is tainted.
  ///
  /// Text: busybox 1.35.
  static let lsmodOfBusybox = Program(name: "lsmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    let taint = await tool.value(of: "/proc/sys/kernel/tainted").flatMap { Int($0) } ?? 0
    let letters = [(1, "P", "G"), (2, "F", " "), (4, "S", " ")]
      .map { taint & $0.0 != 0 ? $0.1 : $0.2 }.joined()
    await tool.system.print(
      heading + (taint == 0 ? "    Not tainted" : "    Tainted: \(letters)"), to: 1)
    for words in await tool.loaded() where words.count > 2 {
      let users = words.count > 3 && words[3].hasSuffix(",") ? String(words[3].dropLast()) : ""
      await tool.system.print(
        words[0].padded(19) + " " + words[1].leftPadded(8) + " " + words[2].leftPadded(2)
          + " \(users)", to: 1)
    }
    return 0
  }
}
