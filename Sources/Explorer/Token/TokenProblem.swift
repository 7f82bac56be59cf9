/// Why a token cannot be replayed, as a sentence.
public struct TokenProblem: Error, Sendable, Hashable {
  /// The sentence, without its end.
  public let message: String

  /// A problem.
  public init(_ message: String) { self.message = message }
}
