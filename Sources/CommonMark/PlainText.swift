extension [Inline] {
  /// The text alone, as a screen reader or a table of contents would say it.
  public var plainText: String {
    map { inline in
      switch inline.kind {
      case .text(let text), .code(let text): text
      case .softBreak, .lineBreak: " "
      case .html: ""
      case .emphasis(let children), .strong(let children): children.plainText
      case .link(_, let children), .image(_, let children): children.plainText
      }
    }.joined()
  }
}
