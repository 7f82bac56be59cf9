/// A piece of HTML in which everything that came from a book has been escaped.
struct Markup: Sendable, Hashable, CustomStringConvertible {
  /// The HTML.
  let description: String

  /// Escapes a text, so that it is shown as it is.
  init(_ text: String) {
    var writer = HTMLWriter()
    writer.text(text)
    self = writer.markup
  }

  /// Takes HTML that a writer or a template made; never a text of the book.
  init(trusted html: String) { description = html }
}
