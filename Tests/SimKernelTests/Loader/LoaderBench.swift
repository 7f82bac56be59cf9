import Testing

@testable import SimKernel

extension Bench {
  /// The line of `/proc/modules` for a module, without its newline and address.
  func line(_ name: String = "test") throws -> String? {
    let lines = try contents(of: "/proc/modules")?.split(separator: "\n").map(String.init)
    let line = lines?.first { $0.split(separator: " ").first.map(String.init) == name }
    return line?.replacing(/0x[0-9a-f]+/, with: "ADDRESS")
  }

  /// Starts to load a module that does what the test says, and lets it get as far as it can.
  @discardableResult
  func startLoading(
    _ name: String = "test", ticks: Int = 2,
    initialise: @escaping (Puppet) async throws(Errno) -> Void = { _ in },
    cleanUp: @escaping (Puppet) async -> Void = { _ in }
  ) throws -> SimKernel.Process {
    let script = Puppet.Script(initialise: initialise, cleanUp: cleanUp)
    let process = try Puppet.$script.withValue(script) {
      try start("insmod") { system async throws(Errno) in
        try await system.insert(ModuleImage(name: name, type: Puppet.self))
      }
    }
    pass(ticks: ticks)
    return process
  }

  /// Starts to remove a module, and lets it get as far as it can.
  @discardableResult
  func startUnloading(
    _ name: String = "test", _ flags: RemovalFlags = [], ticks: Int = 2
  ) throws -> SimKernel.Process {
    let process = try start("rmmod") { system async throws(Errno) in
      try await system.deleteModule(name, flags: flags)
    }
    pass(ticks: ticks)
    return process
  }

  /// Takes or gives references as another part of the kernel would.
  func references(_ body: @escaping (Kernel) throws(Trap) -> Void) throws {
    try run { system async throws(Errno) in
      try await system.call(.sysOpen) { () async throws(Trap) in try body(system.kernel) }
    }
  }

  /// Whether a signal ended a program.
  func hasDied(_ process: SimKernel.Process) -> Bool {
    process.exitStatus.map { $0 & 0x7f != 0 } ?? false
  }

  /// The errno that a program ended with: nil for none, or where it has not ended.
  func errno(of process: SimKernel.Process) -> Errno? {
    process.exitStatus.flatMap { $0 >> 8 == 0 ? nil : Errno(rawValue: $0 >> 8) }
  }
}

/// A module without an exit function.
final class NoExit: Module {
  static var hasCleanupModule: Bool { false }
}

/// A module with neither init nor exit.
final class NoInit: Module {
  static var hasInitModule: Bool { false }
  static var hasCleanupModule: Bool { false }
}

/// A module with an exit function alone.
final class ExitOnly: Module {
  static var hasInitModule: Bool { false }
}
