/// A node as the C library gave it, copied; the tree builder makes a block or an inline of it.
struct RawNode {
  enum Kind {
    case document
    case blockQuote
    case list(start: Int?, isTight: Bool)
    case item
    case code(hasInfo: Bool)
    case html
    case paragraph
    case heading(level: Int)
    case thematicBreak
    case text
    case softBreak
    case lineBreak
    case codeSpan
    case inlineHTML
    case emphasis
    case strong
    case link(Inline.Target)
    case image(Inline.Target)
    case unknown(name: String)
  }

  var kind: Kind
  var startLine: Int
  var startColumn: Int
  var endLine: Int
  /// The last byte, not the one after it.
  var endColumn: Int
  var literal: String
}

/// A step of a walk through a tree: nodes that hold no others are entered and never left.
enum NodeEvent {
  case enter(RawNode)
  case exit(RawNode.Kind)
}

extension RawNode.Kind {
  /// Whether it is a block, so that the source line it starts on belongs to it.
  var isBlock: Bool {
    switch self {
    case .blockQuote, .list, .item, .code, .html, .paragraph, .heading, .thematicBreak: true
    default: false
    }
  }

  /// Whether it is an inline that holds others.
  var isInlineContainer: Bool {
    switch self {
    case .emphasis, .strong, .link, .image: true
    default: false
    }
  }

  /// Whether it is a block of inlines.
  var holdsText: Bool {
    switch self {
    case .paragraph, .heading: true
    default: false
    }
  }

  /// Whether it is a quote.
  var isBlockQuote: Bool {
    guard case .blockQuote = self else { return false }
    return true
  }

  /// The bytes of the mark that opens an inline which holds others.
  var markLength: Int {
    switch self {
    case .strong, .image: 2
    default: 1
    }
  }
}
