/// A part of a paragraph or heading, in the words of the CommonMark specification.
public struct Inline: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// Where it begins in the source.
  public var position: SourcePosition

  /// Creates an inline.
  public init(_ kind: Kind, position: SourcePosition) {
    self.kind = kind
    self.position = position
  }

  /// The kinds of inline.
  public indirect enum Kind: Sendable, Hashable {
    /// Text.
    case text(String)
    /// A line ending inside a paragraph.
    case softBreak
    /// A line ending that the author wants to see.
    case lineBreak
    /// A code span.
    case code(String)
    /// Raw HTML.
    case html(String)
    /// Emphasis.
    case emphasis([Inline])
    /// Strong emphasis.
    case strong([Inline])
    /// A link.
    case link(Target, [Inline])
    /// An image; the inlines are its alternative text.
    case image(Target, [Inline])
  }

  /// Where a link leads, or where an image lies.
  public struct Target: Sendable, Hashable {
    /// The destination, unescaped.
    public var destination: String
    /// The title, or an empty string.
    public var title: String

    /// Creates a target.
    public init(destination: String, title: String) {
      self.destination = destination
      self.title = title
    }
  }
}
