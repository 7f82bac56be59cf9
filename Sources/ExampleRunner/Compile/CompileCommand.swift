internal import BookModel

/// The one call of the compiler that makes an example's executable.
struct CompileCommand: Sendable {
  /// Twice a slow machine's worst case; a compiler that needs more hangs.
  static let limits = RunLimits(
    wallSeconds: 120, cpuSeconds: 120, memoryMiB: 8192, outputKiB: 4096, fileKiB: 1 << 20,
    processes: 256)

  static let executable = "program"

  var toolchain: Toolchain
  var runtime: RuntimeLibrary?

  func arguments(_ program: ExampleProgram) -> [String] {
    [
      "-swift-version", "6", "-module-name", "Program", "-Onone", "-wmo",
      "-diagnostic-style", "llvm", "-no-color-diagnostics",
      // Notes about the runtime name the declaration, and not a line of it on this machine.
      "-Xfrontend", "-ignore-module-source-info", "-o", Self.executable,
    ] + program.sources.map(\.name) + (runtime?.arguments ?? [])
  }

  /// What decides about the executable, besides the program.
  var identity: String { "\(toolchain.version)\n\(runtime?.identity ?? "no runtime")" }

  /// The language of the compiler's messages must not depend on who runs it.
  static func environment(_ inherited: [String]) -> [String] { inherited + ["LC_ALL=C.UTF-8"] }
}
