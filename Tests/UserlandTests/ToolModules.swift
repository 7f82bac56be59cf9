import Testing
import Userland

@testable import SimKernel

/// A module that works, and can be used.
final class Hello: Module {
  static var isInTree: Bool { true }
  func initModule() async throws(Errno) {}
  func cleanupModule() async {}
}

/// A module that refuses.
final class Initret: Module {
  static var isInTree: Bool { true }
  func initModule() async throws(Errno) {
    printk("initret: init returns -12\n", .info)
    throw .ENOMEM
  }
  func cleanupModule() async {}
}

/// A module that uses itself.
final class Selfref: Module {
  static var isInTree: Bool { true }
  func initModule() async throws(Errno) {
    // Until 2.4 a module counts itself; since then the kernel does so from outside.
    if Kernel.running?.version.loader.isUseCount == true {
      modIncUseCount()
    } else {
      _ = tryModuleGet(thisModule)
    }
  }
  func cleanupModule() async {}
}

extension Terminal {
  /// A machine with the tools' own kernel, which says nothing of signatures, and cannot be forced.
  convenience init(
    of tools: ToolSet, _ modules: [any Module.Type] = [], files: [ModuleFile] = []
  ) throws {
    var version: KernelVersion =
      switch tools {
      case .modutils2_1: .v2_2
      case .modutils2_4: .v2_4
      case .moduleInitTools: .v2_6
      default: .v6_1
      }
    version.configuration.checksSignatures = false
    version.configuration.forcesUnload = false
    try self.init(
      modules: [Hello.self, Initret.self, Selfref.self] + modules,
      files: [
        ModuleFile("empty.ko", .unloadable(.empty)),
        ModuleFile("text.ko", .unloadable(.wrongMagic)),
      ] + files, version: version, tools: tools)
  }
}
