extension Document {
  /// The tree as text, one node a line with its place, for tests and for the curious.
  public var treeDump: String {
    let blocks = blocks.flatMap { $0.dumpLines(depth: 0) }
    let problems = problems.map { "problem \($0.position) \($0.summary)" }
    return (blocks + problems).joined(separator: "\n")
  }
}

extension Block {
  fileprivate func dumpLines(depth: Int) -> [String] {
    let (name, children) = dumpParts(depth: depth + 1)
    return [indent(depth) + "\(name) \(range)"] + children
  }

  private func dumpParts(depth: Int) -> (name: String, children: [String]) {
    switch kind {
    case .paragraph(let inlines):
      ("paragraph", inlines.flatMap { $0.dumpLines(depth: depth) })
    case .heading(let level, let inlines):
      ("heading level=\(level)", inlines.flatMap { $0.dumpLines(depth: depth) })
    case .thematicBreak: ("thematicBreak", [])
    case .blockQuote(let blocks): ("blockQuote", blocks.flatMap { $0.dumpLines(depth: depth) })
    case .list(let list): (list.dumpName, list.items.flatMap { $0.dumpLines(depth: depth) })
    case .code(let code): ("code", code.dumpLines(depth: depth))
    case .html(let text): ("html \(text.debugDescription)", [])
    }
  }
}

extension Block.List {
  fileprivate var dumpName: String {
    "list" + (start.map { " start=\($0)" } ?? "") + (isTight ? " tight" : " loose")
  }
}

extension Block.Item {
  fileprivate func dumpLines(depth: Int) -> [String] {
    [indent(depth) + "item \(range)"] + blocks.flatMap { $0.dumpLines(depth: depth + 1) }
  }
}

extension CodeBlock {
  fileprivate func dumpLines(depth: Int) -> [String] {
    let fence = fence.map { fence in
      "fence \(fence.position) \(fence.isClosed ? "closed" : "unclosed")"
        + " info \(fence.infoPosition) \(fence.info.debugDescription)"
    }
    let lines = lines.map { "line \($0.position) \($0.text.debugDescription)" }
    return ([fence].compactMap(\.self) + lines).map { indent(depth) + $0 }
  }
}

extension Inline {
  fileprivate func dumpLines(depth: Int) -> [String] {
    let (name, children) = dumpParts
    return [indent(depth) + "\(name) \(position)"]
      + children.flatMap { $0.dumpLines(depth: depth + 1) }
  }

  private var dumpParts: (name: String, children: [Inline]) {
    switch kind {
    case .text(let text): ("text \(text.debugDescription)", [])
    case .softBreak: ("softBreak", [])
    case .lineBreak: ("lineBreak", [])
    case .code(let text): ("code \(text.debugDescription)", [])
    case .html(let text): ("html \(text.debugDescription)", [])
    case .emphasis(let children): ("emphasis", children)
    case .strong(let children): ("strong", children)
    case .link(let target, let children): ("link \(target.dumpText)", children)
    case .image(let target, let children): ("image \(target.dumpText)", children)
    }
  }
}

extension Inline.Target {
  fileprivate var dumpText: String {
    destination.debugDescription + (title.isEmpty ? "" : " title=\(title.debugDescription)")
  }
}

private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
