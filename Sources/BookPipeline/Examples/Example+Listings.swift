internal import BookModel

extension Example {
  /// Every listing of the program, file by file.
  var listings: [Listing] { files.flatMap(\.listings) }

  /// The listing that a reader meets first.
  var firstListing: Listing? { files.first?.listings.first }
}
