internal import BookModel
internal import CommonMark

/// What the template of a listing may name.
struct ListingView: Sendable {
  /// The anchor of the figure.
  var id: Markup
  /// The listing, as a screen reader announces it.
  var label: Markup
  /// The example.
  var example: Markup
  /// The file's name.
  var file: Markup
  /// The file that a reader edits.
  var path: Markup
  /// What a reader types to run the example.
  var command: Markup
  /// Whether the example is compiled and never run.
  var isOnlyCompiled: Bool
  /// Whether an earlier listing began the file.
  var isContinued: Bool
  /// The code, a span for each line.
  var code: Markup

  /// Gathers what the page says about a listing.
  init(_ listing: Listing, in context: RenderContext) {
    let example = context.example(listing.example)
    let before =
      example?.files.first { $0.name == listing.file }?.listings
      .prefix { $0.location != listing.location } ?? []
    // Dots cannot occur in a heading's anchor, so the two never meet.
    id = Markup("listing.\(listing.example).\(listing.file).\(before.count + 1)")
    label = Markup("\(listing.file), from the example \(listing.example)")
    self.example = Markup(listing.example)
    file = Markup(listing.file)
    path = Markup("examples/\(example?.folder ?? listing.example)/\(listing.file)")
    command = Markup("./quire run \(listing.example)")
    isOnlyCompiled = example?.isOnlyCompiled ?? false
    isContinued = !before.isEmpty
    // In the file, an empty line stands between two listings.
    let firstLine = before.reduce(1) { $0 + $1.code.lines.count + 1 }
    code =
      HighlightedCode(
        lines: listing.code.lines.map(\.text), tokens: context.tokens[listing.location] ?? [],
        firstLine: firstLine
      ).markup
  }
}
