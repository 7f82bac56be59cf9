@testable import SimKernel

/// A module whose two functions a test writes.
final class Puppet: Module {
  /// What the test wants done.
  ///
  /// It is used by the thread of the test alone.
  struct Script: @unchecked Sendable {
    var initialise: (Puppet) async throws(Errno) -> Void = { _ in }
    var cleanUp: (Puppet) async -> Void = { _ in }
  }

  @TaskLocal static var script = Script()
  /// What its object file says.
  @TaskLocal static var linking = Linking()

  static var exports: [ModuleExport] {
    linking.exports.map { name in
      .symbol(ExportedSymbol(name, as: (() -> Int).self)) { (_: Puppet) in { 0 } }
    }
      + linking.gplExports.map { name in
        .gplOnly(ExportedSymbol(name, as: (() -> Int).self)) { (_: Puppet) in { 0 } }
      }
  }
  static var imports: [ModuleImport] {
    linking.imports.map { .symbol(ExportedSymbol($0, as: (() -> Int).self)) } + linking.symbols
  }
  static var parameters: [ModuleParameter] { linking.parameters }

  private let script = Puppet.script

  /// The symbols and parameters that a test wants it to have.
  struct Linking: @unchecked Sendable {
    var exports: [String] = []
    var gplExports: [String] = []
    var imports: [String] = []
    var symbols: [ModuleImport] = []
    var parameters: [ModuleParameter] = []
  }

  var count = 0

  func initModule() async throws(Errno) { try await script.initialise(self) }
  func cleanupModule() async { await script.cleanUp(self) }
}

extension Bench {
  /// Loads a module that does what the test says.
  @discardableResult
  func load(
    _ name: String = "test",
    initialise: @escaping (Puppet) async throws(Errno) -> Void = { _ in },
    cleanUp: @escaping (Puppet) async -> Void = { _ in }
  ) throws -> Errno? {
    try Puppet.$script.withValue(.init(initialise: initialise, cleanUp: cleanUp)) {
      try load(Puppet.self, as: name)
    }
  }

  /// Loads a driver with these operations at a major number, and makes a device file for it.
  @discardableResult
  func loadDriver(
    _ name: String = "test", major: Int = 240, unregisters: Bool = true,
    _ operations: @escaping (Puppet) throws(Errno) -> FileOperations
  ) throws -> Errno? {
    let result = try load(name) { module async throws(Errno) in
      try module.registerChrdev(major, name, try operations(module))
    } cleanUp: { module in
      guard unregisters else { return }
      do throws(Errno) { try module.unregisterChrdev(major, name) } catch {
        module.printk("\(error)\n")
      }
    }
    try run { system async throws(Errno) in
      try await system.mknod("/dev/\(name)", major: major, minor: 0)
    }
    return result
  }

  /// The module that is loaded under a name.
  func module(_ name: String = "test") -> ModuleRecord? {
    kernel.modules.first { $0.name == name }
  }

  var log: [String] { kernel.logLines.map(\.text) }
}
