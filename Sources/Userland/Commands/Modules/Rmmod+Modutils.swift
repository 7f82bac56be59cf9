internal import SimKernel

extension Program {
  /// Removes modules; `-a` those that the kernel has loaded itself, `-r` those that they needed, too.
  ///
  /// Texts: modutils 2.1.121 and 2.4.16.
  static let rmmodOfModutils = Program(name: "rmmod") { invocation in
    let tool = ModuleTool(invocation: invocation)
    let options = Options(invocation.arguments, flags: "arsv")
    if options.has("a") {
      do throws(Errno) { try await tool.system.deleteModule(nil, flags: []) } catch {
        return await tool.fail("rmmod: \(error)")
      }
      if options.operands.isEmpty { return 0 }
    }
    guard options.invalid == nil, !options.operands.isEmpty else {
      return await tool.fail("Usage: rmmod [-arhsvV] module ...")
    }
    var status = 0
    for name in options.operands {
      do throws(Errno) { try await tool.system.deleteModule(name, flags: []) } catch {
        status = await tool.fail(tool.words(for: error, of: name, isRecursive: options.has("r")))
      }
    }
    return status
  }
}

extension ModuleTool {
  /// What each of the two releases says of a module that stays.
  fileprivate func words(for error: Errno, of name: String, isRecursive: Bool) -> String {
    let isFirst = invocation.machine.tools.modules == .modutils21
    guard isFirst || isRecursive else {
      return error == .ENOENT ? "rmmod: module \(name) is not loaded" : "\(name): \(error)"
    }
    return switch error {
    case .ENOENT: "module \(name) not loaded"
    case .EBUSY: "\(name) is in use"
    default: "\(name): \(error)"
    }
  }
}
