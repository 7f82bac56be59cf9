internal import Foundation
internal import Subprocess

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// The compiler's language server; the one place where this part of the tool starts a process.
struct LanguageServer: Sendable {
  /// What a server said about the programs of a workspace.
  struct Answer: Sendable {
    /// The tokens by example.
    var tokens: [String: ProgramTokens] = [:]
    /// Why some are missing; nil where none is.
    var problem: Problem?
  }

  /// The path of its program.
  let path: String
  /// How long it may take for everything.
  let timeout: Duration

  /// Asks for the tokens of every file; ends the server whatever happens.
  func tokens(of workspace: Workspace) async -> Answer {
    // Writing to a server that has died must be an error, not the end of this process.
    signal(SIGPIPE, SIG_IGN)
    let collector = TokenCollector()
    let problem = await withTaskGroup(of: Problem?.self) { group in
      group.addTask { await run(workspace, collector) }
      group.addTask { [timeout] in
        do { try await Task.sleep(for: timeout) } catch { return nil }
        return .late(timeout)
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
    return Answer(tokens: collector.tokens, problem: problem)
  }

  private func run(_ workspace: Workspace, _ collector: TokenCollector) async -> Problem? {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = Self.farewell
    let configuration = Configuration(
      executable: .path(FilePath(path)), platformOptions: options)
    do {
      let result = try await Subprocess.run(
        configuration, input: .inputWriter, output: .sequence, error: .discarded
      ) { execution in
        var connection = Connection(
          output: execution.standardOutput, input: execution.standardInputWriter)
        let problem = await connection.ask(about: workspace, into: collector)
        await execution.teardown(using: Self.farewell)
        return problem
      }
      return result.closureResult
    } catch {
      return .notStarted(path: path, reason: "\(error)")
    }
  }

  /// A server that has been told to exit gets a moment, with all that it may have started.
  private static var farewell: [TeardownStep] {
    [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))]
  }
}
