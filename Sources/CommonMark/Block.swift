/// A block of a document, in the words of the CommonMark specification.
public struct Block: Sendable, Hashable {
  /// What the block is.
  public var kind: Kind
  /// Where it stands in the source.
  public var range: SourceRange

  /// Creates a block.
  public init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The kinds of block.
  public indirect enum Kind: Sendable, Hashable {
    /// A paragraph.
    case paragraph([Inline])
    /// A heading, with its level from 1 to 6.
    case heading(level: Int, [Inline])
    /// A line across the page.
    case thematicBreak
    /// A quotation.
    case blockQuote([Block])
    /// A bullet list or a numbered one.
    case list(List)
    /// Code, fenced or indented.
    case code(CodeBlock)
    /// Raw HTML.
    case html(String)
  }

  /// The lines of a list that belong together.
  public struct List: Sendable, Hashable {
    /// The number of the first item; nil for bullets.
    public var start: Int?
    /// Whether no blank line stands between the items.
    public var isTight: Bool
    /// The items, each a run of blocks.
    public var items: [Item]

    /// Creates a list.
    public init(start: Int?, isTight: Bool, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }
  }

  /// One item of a list.
  public struct Item: Sendable, Hashable {
    /// What it holds.
    public var blocks: [Block]
    /// Where it stands.
    public var range: SourceRange

    /// Creates an item.
    public init(blocks: [Block], range: SourceRange) {
      self.blocks = blocks
      self.range = range
    }
  }
}
