/// Finds, in the source, the fence and the lines of a code block that the C library has read.
///
/// The library keeps neither. But the text of a code line is always the rest of a source line, from
/// some byte on, so its column follows from its length, whatever containers stand before it.
struct CodeBlockReader {
  let source: SourceText
  let node: RawNode
  /// Whether a block starts on a line: then a line that looks like a closing fence is none.
  let startsBlock: (_ line: Int) -> Bool

  /// The code block and the place of all of it.
  func read(hasInfo: Bool) -> (code: CodeBlock, range: SourceRange) {
    let texts = node.literal.codeLines
    let start = source.position(line: node.startLine, column: node.startColumn)
    guard isFenced(hasInfo: hasInfo, firstLine: texts.first) else {
      let lines = read(texts, from: node.startLine)
      let end = source.end(ofLine: node.startLine + max(texts.count, 1) - 1)
      return (CodeBlock(fence: nil, lines: lines), SourceRange(start: start, end: end))
    }
    let closingLine = node.startLine + texts.count + 1
    let fence = readFence(closingLine: closingLine)
    let code = CodeBlock(fence: fence, lines: read(texts, from: node.startLine + 1))
    let end = source.end(ofLine: fence.isClosed ? closingLine : closingLine - 1)
    return (code, SourceRange(start: start, end: end))
  }

  /// The source from the block's first byte to the end of that line.
  private var opening: ArraySlice<UInt8> {
    source.line(node.startLine).dropFirst(node.startColumn - 1)
  }

  /// The length of the opening fence; 0 where the block does not start with a fence character.
  private var fenceLength: Int {
    guard let mark = opening.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return 0
    }
    return opening.prefix { $0 == mark }.count
  }

  /// Tells a fence from indented code that looks like one.
  ///
  /// Indented code begins with the very line that the block starts on. The first line inside a fence
  /// without an info string cannot be equal to it, for that would close the fence.
  private func isFenced(hasInfo: Bool, firstLine: Substring?) -> Bool {
    guard fenceLength >= 3 else { return false }
    return hasInfo || firstLine.map { Array($0.utf8) != Array(opening) } ?? true
  }

  private func readFence(closingLine: Int) -> CodeBlock.Fence {
    let rest = opening.dropFirst(fenceLength)
    let info = rest.trimmingBlanks
    // The slices keep the indices of the source, so the difference is a number of bytes.
    let infoOffset = info.isEmpty ? fenceLength : info.startIndex - opening.startIndex
    return CodeBlock.Fence(
      position: source.position(line: node.startLine, column: node.startColumn),
      info: source.text(String(decoding: info, as: UTF8.self)),
      infoPosition: source.position(line: node.startLine, column: node.startColumn + infoOffset),
      isClosed: closes(line: closingLine))
  }

  /// Whether the line after the content is a closing fence.
  private func closes(line number: Int) -> Bool {
    guard number <= source.lineCount, !startsBlock(number), let mark = opening.first else {
      return false
    }
    let line = source.line(number).trimmingBlanks
    return line.reversed().prefix { $0 == mark }.count >= fenceLength
  }

  private func read(_ texts: [Substring], from firstLine: Int) -> [CodeBlock.Line] {
    texts.enumerated().map { index, text in
      let line = firstLine + index
      return CodeBlock.Line(
        text: source.text(text),
        position: source.position(line: line, column: column(of: text, in: source.line(line))))
    }
  }

  /// The column where the rest of a source line is the text.
  ///
  /// Where a container has eaten a part of a tab, the rest of that tab became at most three spaces.
  private func column(of text: Substring, in line: ArraySlice<UInt8>) -> Int {
    for spaces in 0...3 where text.utf8.prefix(spaces).allSatisfy({ $0 == UInt8(ascii: " ") }) {
      let rest = text.utf8.dropFirst(spaces)
      if line.ends(with: rest) { return line.count - rest.count - (spaces > 0 ? 1 : 0) + 1 }
    }
    return max(line.count - text.utf8.count, 0) + 1
  }
}

extension String {
  /// The lines of a code block's literal, each of which the C library ends with a newline.
  fileprivate var codeLines: [Substring] {
    var lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0) }
  }
}
