extension Document {
  /// Every block in the order of the text, each before the ones that it holds.
  public var allBlocks: [Block] { blocks.flatMap(\.withDescendants) }

  /// Every inline in the order of the text, each before the ones that it holds.
  public var allInlines: [Inline] {
    allBlocks.flatMap { block -> [Inline] in
      switch block.kind {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(\.withDescendants)
      case .thematicBreak, .blockQuote, .list, .code, .html: []
      }
    }
  }
}

extension Block {
  fileprivate var withDescendants: [Block] {
    switch kind {
    case .blockQuote(let blocks): [self] + blocks.flatMap(\.withDescendants)
    case .list(let list): [self] + list.items.flatMap(\.blocks).flatMap(\.withDescendants)
    case .paragraph, .heading, .thematicBreak, .code, .html: [self]
    }
  }
}

extension Inline {
  fileprivate var withDescendants: [Inline] {
    switch kind {
    case .emphasis(let children), .strong(let children), .link(_, let children),
      .image(_, let children):
      [self] + children.flatMap(\.withDescendants)
    case .text, .softBreak, .lineBreak, .code, .html: [self]
    }
  }
}
