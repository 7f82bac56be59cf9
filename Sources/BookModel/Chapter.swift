public import CommonMark

/// One Markdown file of the book that has a page.
public struct Chapter: Sendable {
  /// The title that the table of contents gives it.
  public var title: String
  /// Its number; nil for the chapters before and after the numbered ones.
  public var number: ChapterNumber?
  /// Its file, relative to the book's folder: `chapters/03-chardev.md`.
  public var path: String
  /// Its file without folder and extension, unique in the book: `03-chardev`.
  public var slug: String
  /// The text of the file.
  public var source: String
  /// The text, parsed.
  public var document: Document
  /// Its code blocks and what their fences make of them, in the order of the document.
  public var codeBlocks: [ChapterCode]

  /// Creates a chapter.
  public init(
    title: String, number: ChapterNumber?, path: String, slug: String, source: String,
    document: Document, codeBlocks: [ChapterCode]
  ) {
    self.title = title
    self.number = number
    self.path = path
    self.slug = slug
    self.source = source
    self.document = document
    self.codeBlocks = codeBlocks
  }
}

/// A code block of a chapter, after its info string has been read.
public enum ChapterCode: Sendable {
  /// Part of an example's program.
  case listing(Listing)
  /// A session with an example.
  case session(Session)
  /// A listing or a session that is shown and never compiled, with the author's reason.
  case ignored(IgnoredCode)
  /// Text in some language; never compiled.
  case text(TextBlock)

  /// The place of the block's opening fence, or of its first line where it has none.
  public var location: SourceLocation {
    switch self {
    case .listing(let listing): listing.location
    case .session(let session): session.location
    case .ignored(let code): code.location
    case .text(let block): block.location
    }
  }
}

/// A block that is shown and never compiled, although its language could be.
public struct IgnoredCode: Sendable, Hashable {
  /// The language, `swift` or `console`.
  public var language: String
  /// Why it is not compiled, in the author's words.
  public var reason: String
  /// The code.
  public var code: CodeBlock
  /// The place of its fence.
  public var location: SourceLocation

  /// Creates an ignored block.
  public init(language: String, reason: String, code: CodeBlock, location: SourceLocation) {
    self.language = language
    self.reason = reason
    self.code = code
    self.location = location
  }
}

/// A block of text in a language that the book only shows.
public struct TextBlock: Sendable, Hashable {
  /// The language; nil where the fence names none.
  public var language: String?
  /// The text.
  public var code: CodeBlock
  /// The place of its fence, or of its first line.
  public var location: SourceLocation

  /// Creates a block of text.
  public init(language: String?, code: CodeBlock, location: SourceLocation) {
    self.language = language
    self.code = code
    self.location = location
  }
}
