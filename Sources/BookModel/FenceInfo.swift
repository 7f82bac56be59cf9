/// What a fence's info string says, once it has been read.
public struct FenceInfo: Sendable, Hashable {
  /// What a code block is for.
  public enum Role: Sendable, Hashable {
    /// `swift example=NAME file=FILE`: part of a program; `no_run` asks that it never be run.
    case listing(example: String, file: String, isOnlyCompiled: Bool)
    /// `console example=NAME`: a session with a program.
    case session(
      example: String, name: String, expectation: Session.Expectation,
      options: [SessionOption] = [])
    /// `ignore="reason"`: shown, never compiled.
    case ignored(reason: String)
    /// Shown, never compiled, and nothing that could be.
    case text
  }

  /// The language; nil where the fence names none.
  public var language: String?
  /// What the block is for.
  public var role: Role

  /// Creates the meaning of an info string.
  public init(language: String?, role: Role) {
    self.language = language
    self.role = role
  }

  /// The example that the block belongs to; nil for a block that is only shown.
  public var example: String? {
    switch role {
    case .listing(let example, _, _), .session(let example, _, _, _): example
    case .ignored, .text: nil
    }
  }
}
