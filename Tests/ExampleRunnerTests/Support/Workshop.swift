import BookModel
import Foundation

@testable import ExampleRunner

/// The tools that the tests share: a compiler, `contain`, and a tiny runtime, built once.
struct Workshop: Sendable {
  struct Unfit: Error { var reason: String }

  static let runtimeSettings = BookSettings.Runtime(
    product: "TinyKernel", modules: ["TinyKernel"], entry: "runSession")

  /// Limits that are soon reached, apart from the clock's: a machine may be busy.
  static let limits = RunLimits(
    wallSeconds: 60, cpuSeconds: 1, memoryMiB: 300, outputKiB: 64, fileKiB: 64, processes: 8)

  private static let shared = Task { try await build() }

  var runner: ProcessRunner
  var toolchain: Toolchain
  var runtime: RuntimeLibrary
  /// A folder that is emptied when the tests begin.
  var folder: Folder

  static func open() async throws -> Workshop { try await shared.value }

  /// Tools with a cache of their own.
  func tools(_ name: String = UUID().uuidString) -> ExampleTools {
    ExampleTools(
      runner: runner, toolchain: toolchain, runtime: runtime, folder: folder.path(of: name),
      environment: ProcessInfo.processInfo.environment)
  }

  var settings: BookSettings {
    BookSettings(runtime: Self.runtimeSettings, limits: Self.limits)
  }

  /// Runs examples in a new cache, or in the one that is named.
  func run(_ examples: [Example], in name: String = UUID().uuidString) async -> SuiteResult {
    await ExampleSuite(tools(name), settings: settings).run(examples)
  }

  private static func build() async throws -> Workshop {
    let products = try productsFolder()
    let folder = Folder(path: products).folder("ExampleRunnerTests.tmp")
    if folder.holds("") { try Folder(path: products).remove("ExampleRunnerTests.tmp") }
    let runtime = folder.folder("runtime")
    try runtime.folder("Modules").create()
    try runtime.write("TinyKernel.swift", TinyKernel.source)
    let runner = ProcessRunner(contain: "\(products)/contain")
    let environment = ProcessInfo.processInfo.environment
    let toolchain = try await Toolchain.find(
      environment: environment, runner: runner, scratch: folder.path)
    let arguments = [
      "-parse-as-library", "-swift-version", "5", "-emit-module", "-emit-library", "-static",
      "-module-name", "TinyKernel", "-emit-module-path", "Modules/TinyKernel.swiftmodule",
      "-o", "libTinyKernel.a", "TinyKernel.swift",
    ]
    let result = try await runner.run(
      ProcessRunner.Request(
        program: toolchain.compiler, arguments: arguments,
        environment: Toolchain.inherited(environment, temporary: runtime), folder: runtime,
        records: runtime,
        limits: CompileCommand.limits))
    guard result.ending == .exited(0) else {
      throw Unfit(reason: String(decoding: result.errors, as: UTF8.self))
    }
    return Workshop(
      runner: runner, toolchain: toolchain,
      runtime: try RuntimeLibrary(buildFolder: runtime.path, settings: runtimeSettings),
      folder: folder)
  }

  /// The folder that the tests and `contain` were built into.
  private static func productsFolder() throws -> String {
    let bundles = Bundle.allBundles.map(\.bundlePath) + [CommandLine.arguments[0]]
    for bundle in bundles {
      let folder = URL(filePath: bundle).deletingLastPathComponent().path
      if Folder(path: "\(folder)/contain").isProgram { return folder }
    }
    throw Unfit(reason: "contain is not beside \(bundles)")
  }
}
