public import BookModel

/// Checks what a reader of the pages would stumble over: links, images and headings.
public enum BookCheck {
  /// Every mistake in the chapters of the book in a folder, in the order of files and lines.
  public static func diagnostics(for book: Book, root: String) -> [Diagnostic] {
    let destinations = DestinationResolver(chapters: book.chapters)
    let links = LinkCheck(chapters: book.chapters, destinations: destinations)
    let images = ImageCheck(destinations: destinations, folder: BookFolder(root))
    return book.chapters.flatMap { chapter in
      links.diagnostics(for: chapter) + images.diagnostics(for: chapter)
        + HeadingCheck.diagnostics(for: chapter)
    }.sorted()
  }
}
