internal import BookModel
internal import Subprocess

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// Starts processes, each of them contained; no other file of the tool runs or compiles anything.
public struct ProcessRunner: Sendable {
  /// A program to start, and what it may use.
  struct Request: Sendable {
    var program: String
    var arguments: [String]
    /// `NAME=value`, and nothing else is inherited.
    var environment: [String]
    /// Where it runs.
    var folder: Folder
    /// Where its output is kept meanwhile: a folder that it need not know.
    var records: Folder
    var limits: RunLimits
  }

  let contain: String

  /// Creates a runner that starts everything below the program `contain` at this absolute path.
  public init(contain: String) { self.contain = contain }

  /// Runs a program to its end, or to the end of what it may use.
  ///
  /// When this returns, nothing that the program started is alive.
  /// Fails where the process could not even be watched.
  func run(_ request: Request) async throws(SystemFailure) -> ProcessResult {
    let status: TerminationStatus
    do { status = try await launch(request) } catch {
      throw SystemFailure(reason: "\(contain) could not be started: \(error)")
    }
    let report = request.records.read("report").map { String(decoding: $0, as: UTF8.self) } ?? ""
    let words = report.split(whereSeparator: \.isWhitespace)
    guard let ending = ProcessResult.Ending(words: words) else {
      // Whoever watched is gone without a word: the program killed it, or somebody else did.
      let left = Stragglers.end(mentioning: request.folder.path)
      guard case .signaled = status else {
        throw SystemFailure(reason: "\(contain) failed (\(status))")
      }
      return result(request, .unwatched, leftover: left)
    }
    return result(request, ending, leftover: words.last.flatMap { Int($0) } ?? 0)
  }

  private func result(
    _ request: Request, _ ending: ProcessResult.Ending, leftover: Int
  ) -> ProcessResult {
    ProcessResult(
      ending: ending, output: request.records.read("stdout") ?? [],
      errors: request.records.read("stderr") ?? [], leftover: leftover)
  }

  /// Waits for `contain`, which keeps the limits; where the program stopped it, it is killed.
  private func launch(_ request: Request) async throws -> TerminationStatus {
    let (starts, start) = AsyncStream.makeStream(of: pid_t.self)
    async let _: Void = {
      for await pid in starts { await StoppedProcess.end(pid) }
    }()
    return try await Subprocess.run(
      .path(FilePath(contain)), arguments: Arguments(options(request)),
      environment: .custom(request.environment.map { Array($0.utf8) + [0] }),
      workingDirectory: FilePath(request.folder.path), input: .none, output: .discarded,
      error: .discarded
    ) { start.yield($0.processIdentifier.value) }.terminationStatus
  }

  private func options(_ request: Request) -> [String] {
    let limits = request.limits
    let numbers = [
      ("wall", limits.wallSeconds), ("cpu", limits.cpuSeconds), ("memory", limits.memoryMiB),
      ("output", limits.outputKiB), ("file", limits.fileKiB), ("processes", limits.processes),
    ]
    let files = ["stdout", "stderr", "report"].flatMap {
      ["--\($0)", request.records.path(of: $0)]
    }
    return numbers.flatMap { ["--\($0)", "\($1)"] } + files + ["--", request.program]
      + request.arguments
  }
}
