internal import BookModel
internal import Synchronization

/// Gathers tokens while a server answers, so that those found in time are not lost with it.
final class TokenCollector: Sendable {
  private let found = Mutex<[String: ProgramTokens]>([:])

  /// What has been found so far, by example.
  var tokens: [String: ProgramTokens] { found.withLock { $0 } }

  /// Adds the tokens of a whole file.
  func add(_ tokens: [SyntaxToken], of file: Workspace.File) {
    found.withLock { $0[file.example, default: ProgramTokens()].files[file.name] = tokens }
  }
}
