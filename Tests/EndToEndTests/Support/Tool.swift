import Foundation
import Subprocess
import TestSupport

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The built tool, started as a shell would start it.
struct Tool: Sendable {
  /// What a run printed, and how it ended.
  struct Run: Sendable {
    var output: String
    var errors: String
    var ending: TerminationStatus

    /// The exit status, as a shell would show it.
    var status: Int32 {
      switch ending {
      case .exited(let status): status
      case .signaled(let number): 128 + number
      }
    }
  }

  /// What keeps a test from its run.
  enum Failure: Error {
    case notBuilt(String)
    case tooSlow(seconds: Int, command: String, output: String)
  }

  /// Where it is started.
  var folder: String
  /// What must not go away while it runs.
  var owner: TemporaryFolder?
  /// Another program to start in its place.
  var program: String?
  /// Variables that it gets besides the few that every run gets.
  var environment: [String: String] = [:]
  /// Far more than it needs: a machine may be busy, and a run that hangs must still end.
  var seconds = 600

  /// The tool, started in a folder, or in one below it.
  init(in owner: TemporaryFolder, below path: String = "") {
    self.owner = owner
    folder = path.isEmpty ? owner.path : "\(owner.path)/\(path)"
  }

  /// The tool, started in a folder that no test has made.
  init(in folder: String) { self.folder = folder }

  /// Runs the tool to its end; `meanwhile` may send it a signal.
  @discardableResult
  func run(
    _ arguments: [String], meanwhile: @escaping @Sendable (pid_t) async throws -> Void = { _ in }
  ) async throws -> Run {
    defer { withExtendedLifetime(owner) {} }
    let records = try TemporaryFiles()
    let program = try program ?? Self.buildFolder.get() + "/quire"
    let ending = try await withThrowingTaskGroup(of: TerminationStatus?.self) { group in
      group.addTask { try await launch(program, arguments, records, meanwhile) }
      group.addTask {
        try? await Task.sleep(for: .seconds(seconds))
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
    guard let ending else {
      throw Failure.tooSlow(
        seconds: seconds, command: arguments.joined(separator: " "), output: records.output)
    }
    return Run(output: records.output, errors: records.errors, ending: ending)
  }

  /// Files take the output, and not pipes: a process that is left behind would keep a pipe open.
  private func launch(
    _ program: String, _ arguments: [String], _ records: TemporaryFiles,
    _ meanwhile: @escaping @Sendable (pid_t) async throws -> Void
  ) async throws -> TerminationStatus {
    var options = PlatformOptions()
    // A group of its own, as an interactive shell gives it, so that Ctrl-C can be imitated.
    options.processGroupID = 0
    let variables = try Self.variables(folder).merging(environment) { $1 }
    return try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments),
      environment: .custom(
        Dictionary(uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) })
      ),
      workingDirectory: FilePath(folder), platformOptions: options, input: .none,
      output: .fileDescriptor(records.outputDescriptor, closeAfterSpawningProcess: true),
      error: .fileDescriptor(records.errorDescriptor, closeAfterSpawningProcess: true)
    ) { execution in
      try await meanwhile(execution.processIdentifier.value)
    }.terminationStatus
  }
}

extension Tool {
  /// The folder that the tool was built into, with `contain` and the test bundle.
  static let buildFolder = Result<String, any Error> {
    let bundles = Bundle.allBundles.map(\.bundlePath) + [CommandLine.arguments[0]]
    for bundle in bundles {
      let folder = URL(filePath: bundle).deletingLastPathComponent().path
      if FileManager.default.isExecutableFile(atPath: "\(folder)/quire") { return folder }
    }
    throw Failure.notBuilt("quire is not beside \(bundles)")
  }

  /// The user's compiler and nothing else of the user: the home is one of the tests' own, which
  /// keeps the compiler's cache of system modules from one run to the next.
  private static func variables(_ folder: String) throws -> [String: String] {
    let home = try buildFolder.get() + "/EndToEndTests.home"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let names = ["PATH", "DEVELOPER_DIR", "SDKROOT", "TOOLCHAINS", "QUIRE_SWIFTC"]
    let users = ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
    return users.merging(["HOME": home, "QUIRE_TEST": folder]) { $1 }
  }
}
