public import BookModel
internal import Foundation

/// Colours listings from what the compiler knows about them, by way of its language server.
///
/// A file is coloured as a whole or not at all, and what was learned is kept until the program,
/// the compiler or the runtime changes; so the same book always gets the same colours.
public struct Highlighter: Sendable {
  private let server: LanguageServer
  private let workspace: Workspace.Settings
  private let cache: TokenCache

  /// Creates a highlighter.
  ///
  /// - Parameters:
  ///   - server: The path of `sourcekit-lsp`, which lies beside the compiler: see ``LanguageServerSearch``.
  ///   - compilerArguments: What the compiler needs to find the runtime's modules, such as `-I`.
  ///   - version: A text that changes whenever the compiler or the runtime does.
  ///   - cacheDirectory: The folder that keeps what was learned.
  ///   - timeout: How long the server may take for everything that it is asked.
  public init(
    server: String, compilerArguments: [String], version: String, cacheDirectory: String,
    timeout: Duration = .seconds(60)
  ) {
    self.server = LanguageServer(path: server, timeout: timeout)
    workspace = Workspace.Settings(
      compilerArguments: compilerArguments, moduleCache: cacheDirectory + "/modules")
    cache = TokenCache(
      directory: cacheDirectory, version: ([version] + compilerArguments).joined(separator: "\n"))
  }

  /// The colours of every listing of a book's examples; what is missing is left plain, with a
  /// warning, and what was learned about other programs is forgotten.
  public func highlight(_ examples: [Example]) async -> Highlights {
    var known: [String: ProgramTokens] = [:]
    for example in examples { known[example.name] = cache.tokens(of: example) }
    let unknown = examples.filter { known[$0.name] == nil }
    var problem: LanguageServer.Problem?
    if !unknown.isEmpty {
      let answer = await ask(about: unknown)
      problem = answer.problem
      for example in unknown {
        let tokens = answer.tokens[example.name] ?? ProgramTokens()
        known[example.name] = tokens
        if tokens.isComplete(for: example) { cache.store(tokens, of: example) }
      }
    }
    cache.prune(keeping: examples)
    return Highlights(examples: examples, tokens: known, problem: problem)
  }

  private func ask(about examples: [Example]) async -> LanguageServer.Answer {
    do {
      let workspace = try Workspace(examples: examples, settings: workspace)
      defer { workspace.remove() }
      return await server.tokens(of: workspace)
    } catch {
      return LanguageServer.Answer(
        problem: .noScratchFolder(error.localizedDescription))
    }
  }
}
