/// What a compiler made of an example's program.
struct BuiltExample: Sendable {
  /// Either an executable or a refusal.
  enum Outcome: Sendable {
    case executable(path: String, hash: String)
    case refused
    /// The compiler crashed, hung, or was never started.
    case failed(how: String)
  }

  var outcome: Outcome
  var messages: [CompilerMessage]
  var isCached: Bool
  /// What decides about a run of it, besides the session.
  var key: String
}
