/// What a compiler made of an example's program.
struct BuiltExample: Sendable {
  /// Either an executable or a refusal.
  enum Outcome: Sendable {
    case executable(path: String, hash: String)
    case refused
    /// The compiler crashed or hung.
    case failed(how: String)
    /// The system would not have it: a full disk, a folder that cannot be written.
    case impossible(why: String)
  }

  var outcome: Outcome
  var messages: [CompilerMessage]
  var isCached: Bool
  /// What decides about a run of it, besides the session.
  var key: String
}
