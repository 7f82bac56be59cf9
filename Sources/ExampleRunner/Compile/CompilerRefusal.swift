internal import BookModel

/// What a compiler said when it refused a program that must not compile.
struct CompilerRefusal: Sendable, Hashable {
  /// Everything that it said, each place named as the reader's file has it: an edit of the prose
  /// above a listing moves the listing, and must not change this.
  var text: String
  /// Whether an error stands in the example's own listings.
  var isInListings: Bool

  init(_ all: [CompilerMessage], map: SourceMap) {
    let messages = all.withoutGlue(map)
    text = messages.map { message in
      guard let place = message.place else { return message.text(place: nil) }
      guard let tangled = map.tangled(path: place.path, line: place.line) else {
        return message.text(place: "\(place)")
      }
      return message.text(place: "\(tangled.file):\(tangled.line):\(place.column)")
    }.joined()
    isInListings = messages.contains { message in
      message.severity == .error
        && message.place.flatMap { map.tangled(path: $0.path, line: $0.line) } != nil
    }
  }
}
