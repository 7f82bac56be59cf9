public import BookModel

/// What became of one session.
public struct SessionResult: Sendable {
  /// The session.
  public var session: Session
  /// What it came to.
  public var verdict: Verdict
  /// What to tell the author; nil where all is well, or where the example's own diagnostics say it.
  public var diagnostic: Diagnostic?
  /// What it gave; nil where it gave nothing that a page could show.
  public var transcript: Transcript?
  /// Whether it was taken from an earlier run.
  public var isCached: Bool
}
