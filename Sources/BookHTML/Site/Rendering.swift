public import BookModel

/// What rendering a book gave: the site, and what its author should know.
public struct Rendering: Sendable {
  /// The site; whole even where there are diagnostics.
  public var site: Site
  /// What could not be shown as it was meant, in order.
  public var diagnostics: [Diagnostic]
}
