/// Makes a document of a walk through the C library's tree.
///
/// It keeps its own stack, so that no depth of nesting can exhaust the program's. What is nested
/// deeper than `deepest` moves up: later stages may then recurse through a document safely.
struct TreeBuilder {
  /// The number of open nodes beyond which quotes, lists and emphasis are dissolved.
  static let deepest = 100

  /// A node that was entered and not left yet, and what it holds so far.
  fileprivate struct Frame {
    var node: RawNode
    var position: SourcePosition
    var blocks: [Block] = []
    var items: [Block.Item] = []
    var inlines: [Inline] = []
  }

  private let source: SourceText
  private let blockStarts: Set<Int>
  /// How many lines of text each paragraph and heading has, in order.
  private var lineCounts: IndexingIterator<[Int]>
  private var stack: [Frame] = []
  /// For each node that was entered and not left, whether it stands on the stack.
  private var isOpen: [Bool] = []
  private var cursor: InlineCursor
  private var document = Document(blocks: [])

  private init(source: SourceText, events: [NodeEvent]) {
    self.source = source
    cursor = InlineCursor(source: source)
    lineCounts = TreeBuilder.lineCounts(of: events).makeIterator()
    blockStarts = Set(
      events.compactMap { event in
        guard case .enter(let node) = event, node.kind.isBlock else { return nil }
        return node.startLine
      })
  }

  /// The document that the events describe.
  static func document(from events: [NodeEvent], source: SourceText) -> Document {
    var builder = TreeBuilder(source: source, events: events)
    for event in events {
      switch event {
      case .enter(let node): builder.enter(node)
      case .exit(let kind): builder.exit(kind)
      }
    }
    return builder.document
  }

  private static func lineCounts(of events: [NodeEvent]) -> [Int] {
    var counts: [Int] = []
    for case .enter(let node) in events {
      switch node.kind {
      case .paragraph: counts.append(1)
      // The library may count a line after a heading to it: there is nothing to conclude from.
      case .heading: counts.append(Int(Int32.max))
      case .softBreak, .lineBreak: counts[counts.endIndex - 1] += 1
      case .inlineHTML:
        counts[counts.endIndex - 1] += node.literal.utf8.count { $0 == UInt8(ascii: "\n") }
      default: break
      }
    }
    return counts
  }

  private mutating func enter(_ node: RawNode) {
    switch node.kind {
    case .code(let hasInfo): addCode(node, hasInfo: hasInfo)
    case .html: addHTML(node)
    case .thematicBreak:
      add(Block(.thematicBreak, range: range(of: Frame(node: node, position: start(of: node)))))
    case .text, .softBreak, .lineBreak, .codeSpan, .inlineHTML: addInline(leaf: node)
    case .unknown(let name): report(node, "an unknown kind of Markdown, \(name)")
    case .blockQuote, .list: open(node, unless: stack.count >= TreeBuilder.deepest)
    case .item: open(node, unless: !isInList)
    case .document, .paragraph, .heading:
      open(node)
      guard node.kind.holdsText else { return }
      cursor.begin(
        node, lineCount: lineCounts.next() ?? 1,
        quoteDepth: stack.count { $0.node.kind.isBlockQuote })
    case .emphasis, .strong, .link, .image:
      let position = cursor.enter(node.kind)
      open(node, unless: stack.count >= TreeBuilder.deepest, position: position)
    }
  }

  private mutating func exit(_ kind: RawNode.Kind) {
    if case .unknown = kind { return }
    if kind.isInlineContainer { cursor.exit(kind) }
    guard isOpen.popLast() == true, let frame = stack.popLast() else { return }
    switch frame.node.kind {
    case .document: document.blocks = frame.blocks
    case .item:
      let item = Block.Item(blocks: frame.blocks, range: range(of: frame))
      withTop { $0.items.append(item) }
    case .emphasis, .strong, .link, .image:
      guard let kind = frame.inlineKind else { return }
      withTop { $0.inlines.append(Inline(kind, position: frame.position)) }
    default:
      guard let kind = frame.blockKind else { return }
      add(Block(kind, range: range(of: frame)))
    }
  }

  /// Whether the node that is open was read as a list: an item belongs to its list.
  private var isInList: Bool {
    guard isOpen.last == true, case .list = stack.last?.node.kind else { return false }
    return true
  }

  private mutating func open(
    _ node: RawNode, unless isDissolved: Bool = false, position: SourcePosition? = nil
  ) {
    if isDissolved, !isOpen.contains(false) {
      report(node, "nesting deeper than \(TreeBuilder.deepest) levels")
    }
    isOpen.append(!isDissolved)
    if !isDissolved { stack.append(Frame(node: node, position: position ?? start(of: node))) }
  }

  private mutating func report(_ node: RawNode, _ summary: String) {
    document.problems.append(ParseProblem(position: start(of: node), summary: summary))
  }

  private func start(of node: RawNode) -> SourcePosition {
    source.position(line: node.startLine, column: node.startColumn)
  }

  /// The range of a block; the library's end of a list may lie on a blank line after it.
  private func range(of frame: Frame) -> SourceRange {
    let node = frame.node
    let lastChild = frame.blocks.last?.range.end ?? frame.items.last?.range.end
    var end = source.position(line: node.endLine, column: node.endColumn + 1)
    if node.endColumn == 0 || node.endLine > source.lineCount { end = lastChild ?? end }
    end = max(end, lastChild ?? end)
    return SourceRange(start: frame.position, end: max(frame.position, end))
  }

  private mutating func withTop(_ change: (inout Frame) -> Void) {
    guard !stack.isEmpty else { return }
    change(&stack[stack.count - 1])
  }

  private mutating func add(_ block: Block) {
    withTop { $0.blocks.append(block) }
  }

  private mutating func addCode(_ node: RawNode, hasInfo: Bool) {
    let reader = CodeBlockReader(
      source: source, node: node, startsBlock: { [blockStarts] in blockStarts.contains($0) })
    let (code, range) = reader.read(hasInfo: hasInfo)
    add(Block(.code(code), range: range))
  }

  private mutating func addHTML(_ node: RawNode) {
    // The library's own end is one line off where the block ends in the line it starts on.
    let lines = node.literal.utf8.count { $0 == UInt8(ascii: "\n") }
    let start = source.position(line: node.startLine, column: node.startColumn)
    let end = source.end(ofLine: node.startLine + max(lines, 1) - 1)
    add(Block(.html(source.text(node.literal)), range: SourceRange(start: start, end: end)))
  }

  private mutating func addInline(leaf node: RawNode) {
    if case .text = node.kind, node.literal.isEmpty { return }
    let position = cursor.read(node)
    let text = source.text(node.literal)
    let kind: Inline.Kind =
      switch node.kind {
      case .softBreak: .softBreak
      case .lineBreak: .lineBreak
      case .codeSpan: .code(text)
      case .inlineHTML: .html(text)
      default: .text(text)
      }
    withTop { $0.inlines.append(Inline(kind, position: position)) }
  }
}

extension TreeBuilder.Frame {
  /// What an inline that holds others has become; nil for a block.
  fileprivate var inlineKind: Inline.Kind? {
    switch node.kind {
    case .emphasis: .emphasis(inlines)
    case .strong: .strong(inlines)
    case .link(let target): .link(target, inlines)
    case .image(let target): .image(target, inlines)
    default: nil
    }
  }

  /// What a block that holds others has become; nil for an inline, an item and a document.
  fileprivate var blockKind: Block.Kind? {
    switch node.kind {
    case .paragraph: .paragraph(inlines)
    case .heading(let level): .heading(level: level, inlines)
    case .blockQuote: .blockQuote(blocks)
    case .list(let start, let isTight):
      .list(Block.List(start: start, isTight: isTight, items: items))
    default: nil
    }
  }
}
