import CommonMark

/// A source cut into lines by the rules of CommonMark, for tests to look positions up in.
struct SourceLines {
  let lines: [[UInt8]]

  init(_ source: String) {
    let unified = Array(source.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    var lines: [[UInt8]] = []
    for (_, part) in unified {
      // The carriage return of a pair belongs to the newline; any other ends a line by itself.
      let body = part.last == 0x0D ? part.dropLast() : part
      lines += body.split(separator: 0x0D, omittingEmptySubsequences: false).map(Array.init)
    }
    self.lines = lines
  }

  /// The rest of a line from a position on; nil for a position that is not in the source.
  func rest(from position: SourcePosition) -> String? {
    guard lines.indices.contains(position.line - 1) else { return nil }
    let line = lines[position.line - 1]
    guard (1...line.count + 1).contains(position.column) else { return nil }
    return String(decoding: line[(position.column - 1)...], as: UTF8.self)
  }
}

extension Document {
  /// Every code block.
  var codeBlocks: [CodeBlock] {
    allBlocks.compactMap { block in
      guard case .code(let code) = block.kind else { return nil }
      return code
    }
  }
}
