internal import BookModel
internal import CommonMark

/// What the template of a block that is only shown may name.
struct ShownView: Sendable {
  /// The block, as a screen reader announces it.
  var label: Markup
  /// Why it is not compiled; nil for text.
  var reason: Markup?
  /// The text.
  var code: Markup

  /// A block that could be compiled and is not.
  init(_ ignored: IgnoredCode) {
    label = Markup("\(ignored.language) that is shown only")
    reason = Markup(ignored.reason)
    code = Markup(ignored.code.content)
  }

  /// Text.
  init(_ block: CodeBlock) {
    label = Markup("text")
    reason = nil
    code = Markup(block.content)
  }
}
