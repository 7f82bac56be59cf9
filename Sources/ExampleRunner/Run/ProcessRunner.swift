internal import BookModel
internal import Subprocess

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

  /// Waits for `contain`, which keeps the wall limit; should it be held up itself, it is killed.
  private func launch(_ request: Request) async throws -> TerminationStatus {
    let latest = Duration.seconds(request.limits.wallSeconds + 10)
    return try await withThrowingTaskGroup(of: TerminationStatus?.self) { group in
      group.addTask {
        try await Subprocess.run(
          .path(FilePath(contain)), arguments: Arguments(options(request)),
          environment: .custom(request.environment.map { Array($0.utf8) + [0] }),
          workingDirectory: FilePath(request.folder.path), output: .discarded, error: .discarded
        ).terminationStatus
      }
      group.addTask {
        try? await Task.sleep(for: latest)
        return nil
      }
      // The first to end decides; leaving the group cancels the other, and so kills `contain`.
      defer { group.cancelAll() }
      return try await group.next().flatMap { $0 } ?? .signaled(9)
    }
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
