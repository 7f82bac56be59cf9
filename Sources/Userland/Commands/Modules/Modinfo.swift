internal import SimKernel

extension Program {
  /// Says what a module's file says of itself.
  static let modinfo = Program(name: "modinfo") { invocation in
    let tool = ModuleTool(invocation: invocation)
    let tools = invocation.machine.tools
    guard let word = invocation.arguments.last else {
      return await tool.fail("modinfo: no module was named")
    }
    let isPath = word.contains("/") || word.hasSuffix(tools.objectSuffix)
    let path = isPath ? word : "\(tool.folder)/\(word)\(tools.objectSuffix)"
    guard let file = try? await tool.file(at: path), case .module(let type) = file.content else {
      return await tool.fail(tools.notFound(word))
    }
    for (field, text) in tools.fields(path, type) {
      let width = tools.modules == .kmod || tools.modules == .moduleInitTools ? 16 : 13
      await tool.system.print("\(field):".padded(width) + text, to: 1)
    }
    return 0
  }
}

extension ToolSet {
  fileprivate func notFound(_ word: String) -> String {
    switch modules {
    case .modutils21, .modutils24: "modinfo: \(word): no module by that name found"
    case .moduleInitTools: "modinfo: could not find module \(word)"
    case .kmod: "modinfo: ERROR: Module \(word) not found."
    }
  }

  /// What is shown of a file, in order.
  fileprivate func fields(
    _ path: String, _ type: any Module.Type
  ) -> [(field: String, text: String)] {
    let license = type.license
    switch modules {
    case .modutils21: return [("filename", path)]
    case .modutils24:
      return [("filename", path), ("license", license.isEmpty ? "<none>" : "\"\(license)\"")]
    case .moduleInitTools, .kmod:
      return [("filename", path)] + (license.isEmpty ? [] : [("license", license)])
    }
  }
}
