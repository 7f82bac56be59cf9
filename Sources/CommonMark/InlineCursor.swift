/// Follows the inlines of a block through its source, to find where each begins.
///
/// The C library's own columns are wrong after the first line of a block in a container, after a
/// hard break, and for code spans and links. So the cursor reads the source again, led by the tree:
/// it knows what comes next and only has to pass the marks in between.
struct InlineCursor {
  /// How far to look for what should be next: a mistake then costs a wrong column, never much time.
  static let reach = 4096

  let source: SourceText
  var line = 1
  var index = 0
  /// Where the text of this line begins, as far as the marks of quotes tell; nil in the first line.
  private(set) var lineStart: Int?
  private var endLine = 1
  private var quoteDepth = 0
  private var openers: [UInt8] = []

  init(source: SourceText) { self.source = source }

  /// Goes to the start of a paragraph's or a heading's text, which has as many lines as the tree says.
  mutating func begin(_ block: RawNode, lineCount: Int, quoteDepth: Int) {
    line = max(block.startLine, 1)
    index = max(block.startColumn - 1, 0)
    endLine = max(block.endLine, line)
    self.quoteDepth = quoteDepth
    lineStart = nil
    openers = []
    if case .heading(let level) = block.kind { skipHeadingMark(level: level) }
    // Lines of the block that no node accounts for were link reference definitions.
    var definitions = endLine - line + 1 - lineCount
    while definitions > 0, isAtDefinition, goToNextLine() { definitions -= 1 }
  }

  /// Passes the opening mark of an inline that holds others, and says where it stands.
  mutating func enter(_ kind: RawNode.Kind) -> SourcePosition {
    switch kind {
    case .emphasis, .strong: find { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    case .image: find { $0 == UInt8(ascii: "!") }
    default: find { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }
    }
    let position = position
    openers.append(byte() ?? 0)
    index += kind.markLength
    return position
  }

  /// Passes the closing mark of an inline that holds others.
  mutating func exit(_ kind: RawNode.Kind) {
    let opener = openers.popLast()
    switch kind {
    case .emphasis, .strong: index += kind.markLength
    case .link where opener == UInt8(ascii: "<"):
      find { $0 == UInt8(ascii: ">") }
      index += 1
    default: skipTarget()
    }
  }

  /// Passes an inline that holds no others, and says where it begins.
  mutating func read(_ node: RawNode) -> SourcePosition {
    switch node.kind {
    case .softBreak, .lineBreak:
      defer { goToNextLine() }
      return source.end(ofLine: line)
    case .codeSpan:
      find { $0 == UInt8(ascii: "`") }
      defer { skipCodeSpan() }
      return position
    case .inlineHTML:
      find { $0 == UInt8(ascii: "<") }
      return readText(node.literal)
    default:
      return readText(node.literal)
    }
  }

  /// Where the cursor stands.
  var position: SourcePosition { source.position(line: line, column: index + 1) }

  /// A byte of this line, counted from the cursor; nil beyond the line.
  func byte(_ offset: Int = 0) -> UInt8? {
    let bytes = source.line(line)
    let place = bytes.startIndex + index + offset
    return bytes.indices.contains(place) ? bytes[place] : nil
  }

  /// Goes forward to the next byte of a kind in this line, or nowhere.
  mutating func find(_ isWanted: (UInt8) -> Bool) {
    let rest = source.line(line).dropFirst(index).prefix(InlineCursor.reach)
    if let found = rest.firstIndex(where: isWanted) { index += found - rest.startIndex }
  }

  /// Goes to where the next line of the block begins, after the marks of the quotes that hold it.
  @discardableResult
  mutating func goToNextLine() -> Bool {
    guard line < endLine else { return false }
    line += 1
    index = 0
    var quotes = quoteDepth
    while let next = byte(), next.isBlank || (next == UInt8(ascii: ">") && quotes > 0) {
      if !next.isBlank { quotes -= 1 }
      index += 1
    }
    lineStart = index
    return true
  }

  /// Whether this line may be a link reference definition: a label, a destination, perhaps a title.
  private var isAtDefinition: Bool {
    let rest = source.line(line).dropFirst(index).prefix(InlineCursor.reach)
    guard rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) else {
      return false
    }
    let words = rest[end...].dropFirst().split(whereSeparator: \.isBlank)
    let title = words.dropFirst(words.first?.count == 1 ? 2 : 1)
    let isQuote: (UInt8?) -> Bool = { byte in byte.map("\"'()".utf8.contains) ?? false }
    let mayBeTitle = title.isEmpty || (isQuote(title.first?.first) && isQuote(title.last?.last))
    return words.first?.first == UInt8(ascii: ":") && mayBeTitle
  }

  private mutating func skipHeadingMark(level: Int) {
    let marks = source.line(line).dropFirst(index).prefix { $0 == UInt8(ascii: "#") }.count
    guard marks == level, byte(marks)?.isBlank ?? true else { return }
    index += marks
    while byte()?.isBlank == true { index += 1 }
  }
}
