import SimKernel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A machine with nothing on it but what is measured.
struct BareMachine {
  let kernel: Kernel

  /// Boots it, with nobody watching.
  init() {
    guard let kernel = try? Kernel(.v2_4) else { fatal("the host has no memory for a machine") }
    self.kernel = kernel
    kernel.trace.isEnabled = false
    kernel.console.output = { _ in }
    // The first process of every machine, which must not end.
    _ = try? kernel.spawn("init") { system in
      while true { do throws(Errno) { try await system.pause() } catch { return 0 } }
    }
  }

  /// Runs a program until it has ended, and tells how long it took.
  @discardableResult
  func time(_ program: @escaping (SystemCalls) async throws(Errno) -> Void) -> Duration {
    ContinuousClock().measure {
      let process = try? kernel.spawn("bench") { system in
        do throws(Errno) { try await program(system) } catch { return error.rawValue & 0xff }
        return 0
      }
      let outcome = kernel.run(until: { process?.exitStatus != nil })
      if outcome != .finished || process?.exitStatus != 0 {
        fatal("a program ended with \(outcome), status \(process?.exitStatus ?? -1)")
      }
    }
  }

  /// Loads a module, as `insmod` does.
  static func load(
    _ type: any Module.Type, as name: String, _ system: SystemCalls
  ) async throws(Errno) {
    let image = ModuleImage(name: name, type: type)
    try await system.createModule(name, size: image.size)
    try await system.initModule(name, image)
  }
}

/// Ends the program with a sentence: a figure that was not measured must not be printed.
func fatal(_ text: String) -> Never {
  print("bench: \(text)")
  exit(1)
}
