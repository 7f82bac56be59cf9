internal import CCMark

/// The one place that knows the C library: it copies a tree into events and frees it.
enum Parser {
  /// Longer texts are refused before the C library sees them: it ends the process beyond a gibibyte.
  static let longestSource = 1 << 26

  /// The nodes of a text, in the order of a walk; empty where the library could not make a tree.
  static func events(in source: SourceText) -> [NodeEvent] {
    let tree = source.bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let tree else { return [] }
    defer { cmark_node_free(tree) }
    cmark_consolidate_text_nodes(tree)
    guard let iterator = cmark_iter_new(tree) else { return [] }
    defer { cmark_iter_free(iterator) }

    var events: [NodeEvent] = []
    while true {
      let step = cmark_iter_next(iterator)
      if step == CMARK_EVENT_DONE { return events }
      guard let node = cmark_iter_get_node(iterator) else { return events }
      let kind = kind(of: node)
      if step == CMARK_EVENT_EXIT {
        events.append(.exit(kind))
      } else {
        events.append(.enter(copy(node, kind: kind)))
      }
    }
  }

  private static func copy(_ node: OpaquePointer, kind: RawNode.Kind) -> RawNode {
    RawNode(
      kind: kind,
      startLine: Int(cmark_node_get_start_line(node)),
      startColumn: Int(cmark_node_get_start_column(node)),
      endLine: Int(cmark_node_get_end_line(node)),
      endColumn: Int(cmark_node_get_end_column(node)),
      literal: string(cmark_node_get_literal(node)))
  }

  private static func kind(of node: OpaquePointer) -> RawNode.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: list(node)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code(hasInfo: !string(cmark_node_get_fence_info(node)).isEmpty)
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .codeSpan
    case CMARK_NODE_HTML_INLINE: .inlineHTML
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link(target(node))
    case CMARK_NODE_IMAGE: .image(target(node))
    default: .unknown(name: string(cmark_node_get_type_string(node)))
    }
  }

  private static func list(_ node: OpaquePointer) -> RawNode.Kind {
    let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return .list(
      start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0)
  }

  private static func target(_ node: OpaquePointer) -> Inline.Target {
    Inline.Target(
      destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
  }

  private static func string(_ characters: UnsafePointer<CChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }
}
