internal import BookModel

/// What the template of a session may name in one piece of a transcript.
struct SessionPartView: Sendable {
  /// A piece that the program itself set apart.
  struct Mark: Sendable {
    /// What the program calls it.
    var markName: Markup
    /// The same as a word that a style sheet can name.
    var markClass: Markup
  }

  /// Why it is set apart; nil for the rest.
  var mark: Mark?
  /// The lines, the typed ones told apart.
  var lines: Markup

  /// Renders a piece of a transcript.
  init(_ part: TranscriptSplit.Part) {
    mark = part.mark.map {
      Mark(markName: Markup($0), markClass: Markup("mark-\(HeadingAnchor.slug($0))"))
    }
    var writer = HTMLWriter()
    for line in part.lines {
      if line.isTyped {
        writer.open("kbd")
        writer.element("span", ["class": "prompt"], text: Session.prompt)
        writer.text(String(line.text.dropFirst(Session.prompt.count)))
        writer.close("kbd")
      } else {
        writer.text(line.text)
      }
      if line.hasEnding { writer.text("\n") }
    }
    lines = writer.markup
  }
}
