import Testing

@testable import SimKernel

/// A bare machine: a kernel, its first process, and programs that a test writes.
final class Bench {
  let kernel: Kernel
  private(set) var console = ""

  init(
    _ version: KernelVersion = .v2_4, mode: SchedulingMode = SchedulingMode(),
    policy: any SchedulePolicy = LinuxOrder()
  ) throws {
    kernel = try Kernel(version, mode: mode, policy: policy)
    kernel.console.output = { [unowned self] in console += $0 }
    try kernel.spawn("init") { system in
      while true {
        do throws(Errno) { try await system.pause() } catch { return 0 }
      }
    }
  }

  deinit { kernel.shutDown() }

  /// Runs a program until it has ended.
  @discardableResult
  func run(
    _ name: String = "program", ticks: Int = 100_000,
    _ program: @escaping (SystemCalls) async throws(Errno) -> Void
  ) throws -> RunOutcome {
    let process = try start(name, program)
    return kernel.run(until: { process.exitStatus != nil }, ticks: ticks)
  }

  /// Starts a program, and lets it run when the machine next does.
  @discardableResult
  func start(
    _ name: String = "program", _ program: @escaping (SystemCalls) async throws(Errno) -> Void
  ) throws -> SimKernel.Process {
    try kernel.spawn(name, files: .terminal()) { system in
      do throws(Errno) {
        try await program(system)
        return 0
      } catch {
        return error.rawValue & 0xff
      }
    }
  }

  /// The errno that a call ends with; nil where it succeeds.
  func errno(_ call: @escaping (SystemCalls) async throws(Errno) -> Void) throws -> Errno? {
    var result: Errno?
    try run { system in
      do throws(Errno) { try await call(system) } catch { result = error }
    }
    return result
  }

  /// Lets some ticks pass.
  @discardableResult
  func pass(ticks: Int) -> RunOutcome { kernel.run(until: { false }, ticks: ticks) }

  /// Loads a module, as `insmod` does, the clean-up after a failure excepted.
  func load(_ type: any Module.Type, as name: String = "test") throws -> Errno? {
    try errno { system async throws(Errno) in
      try await system.insert(ModuleImage(name: name, type: type))
    }
  }

  func unload(_ name: String = "test", _ flags: RemovalFlags = []) throws -> Errno? {
    try errno { system async throws(Errno) in try await system.deleteModule(name, flags: flags) }
  }

  /// What a file holds.
  func contents(of path: String, chunk: Int = 4096) throws -> String? {
    var bytes: [UInt8]?
    try run { system async throws(Errno) in
      let descriptor = try await system.open(path)
      var all: [UInt8] = []
      while case let part = try await system.read(descriptor, count: chunk), !part.isEmpty {
        all += part
      }
      try await system.close(descriptor)
      bytes = all
    }
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension SystemCalls {
  /// Loads a module by the calls that this kernel has.
  func insert(_ image: ModuleImage, arguments: String = "") async throws(Errno) {
    var image = image
    // So that a test that is not about trust hears nothing of it.
    image.isInTree = true
    image.isSigned = true
    guard kernel.version.loader.isUseCount else {
      return try await initModule(image, arguments: arguments)
    }
    let linker = ModutilsLinker(self)
    guard try await linker.link(&image).isEmpty else { throw .ENOENT }
    let words = arguments.split(separator: " ").map(String.init)
    guard await linker.read(words, into: &image).isEmpty else { throw .EINVAL }
    try await createModule(image.name, size: image.size)
    try await initModule(image.name, image)
  }
}

/// A module that registers nothing.
class Empty: Module {
  required init() {}
  func initModule() async throws(Errno) {}
  func cleanupModule() async {}
}
