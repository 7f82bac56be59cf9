internal import SimKernel

extension Program {
  /// Says what a module's file says of itself.
  static let modinfo = Program(name: "modinfo") { invocation in
    let tool = ModuleTool(invocation: invocation)
    let tools = invocation.machine.tools
    let keys = tools.isModutils ? "" : "F"
    let options = Options(invocation.arguments, flags: "adlnp", keys: keys)
    if let option = options.invalid { return await invocation.refuse(option, "modinfo") }
    if options.operands.isEmpty { return await tool.fail(tools.noModule) }
    var status = 0
    for word in options.operands {
      let path = await tool.path(of: word)
      guard let path, let file = try? await tool.file(at: path),
        case .module(let type) = file.content
      else {
        status = await tool.fail(tools.notFound(word, tool.folder))
        continue
      }
      let needs = invocation.machine.library.needs(of: type)
      let section = ModinfoSection(path, type, needs: needs, on: tool.system)
      for line in tools.modinfo(section, options) { await tool.system.print(line, to: 1) }
    }
    return status
  }
}

extension ToolSet {
  /// Whether the tools are modutils.
  var isModutils: Bool { modules == .modutils21 || modules == .modutils24 }

  fileprivate var noModule: String {
    switch modules {
    case .modutils21, .modutils24: "usage: modinfo <options> <module>"
    case .moduleInitTools: "modinfo: no module was named"
    case .kmod: "modinfo: ERROR: missing module or filename."
    }
  }

  fileprivate func notFound(_ word: String, _ folder: String) -> String {
    switch modules {
    case .modutils21, .modutils24: "modinfo: \(word): no module by that name found"
    case .moduleInitTools: "modinfo: could not find module \(word)"
    case .kmod: "modinfo: ERROR: Module \(word) not found."
    }
  }

  /// The lines that are shown of a file.
  fileprivate func modinfo(_ section: ModinfoSection, _ options: Options) -> [String] {
    isModutils ? section.modutilsLines(options, self) : section.lines(options, self)
  }
}

extension ModuleTool {
  /// The file that a word names: the file itself, or the module of that name in the library.
  fileprivate func path(of word: String) async -> String? {
    if word.contains("/") || word.hasSuffix(invocation.machine.tools.objectSuffix) { return word }
    return await files(of: Self.name(word))?.first
  }
}
