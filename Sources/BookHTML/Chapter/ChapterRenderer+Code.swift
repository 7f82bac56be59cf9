internal import BookModel
internal import CommonMark

extension ChapterRenderer {
  /// Writes a code block as what its fence makes of it.
  mutating func code(_ code: CodeBlock, at position: SourcePosition) {
    switch self.code[code.fence?.position ?? position] {
    case .listing(let listing):
      writer.append(context.theme.render(.listing, ListingView(listing, in: context)))
    case .session(let session):
      writer.append(context.theme.render(.session, SessionView(session, in: context)))
    case .ignored(let ignored):
      writer.append(context.theme.render(.shown, ShownView(ignored)))
    case .text, nil:
      writer.append(context.theme.render(.shown, ShownView(code)))
    }
  }
}
