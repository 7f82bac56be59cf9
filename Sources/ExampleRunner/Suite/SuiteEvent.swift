public import BookModel

/// Something that happened while examples were run, in the order in which it happened.
public enum SuiteEvent: Sendable {
  /// So many examples are about to be compiled and run.
  case began(examples: Int)
  /// An example's program is there, or was refused.
  case compiled(example: String, isCached: Bool)
  /// A session came to its end.
  case ended(SessionID, Verdict, isCached: Bool)
  /// Everything of an example is done.
  case finished(example: String)
}
