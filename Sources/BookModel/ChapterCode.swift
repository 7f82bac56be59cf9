/// A code block of a chapter, after its info string has been read.
public enum ChapterCode: Sendable {
  /// Part of an example's program.
  case listing(Listing)
  /// A session with an example.
  case session(Session)
  /// A listing or a session that is shown and never compiled, with the author's reason.
  case ignored(IgnoredCode)
  /// Text in some language; never compiled.
  case text(TextBlock)

  /// The place of the block's opening fence, or of its first line where it has none.
  public var location: SourceLocation {
    switch self {
    case .listing(let listing): listing.location
    case .session(let session): session.location
    case .ignored(let code): code.location
    case .text(let block): block.location
    }
  }
}
