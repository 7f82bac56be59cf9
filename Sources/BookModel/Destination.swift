/// Where a link or a picture of a chapter leads, once it has been judged.
public enum Destination: Sendable, Hashable {
  /// To a chapter, by the path of its file, and to a heading in it, by its anchor.
  case chapter(path: String, anchor: String?)
  /// To a picture: a file of the book, relative to its folder.
  case picture(path: String)
  /// To another site, as the author wrote it.
  case external(String)
  /// Nowhere that a page may lead to: what is wrong, and what to do.
  case refused(summary: String, help: String)
}
