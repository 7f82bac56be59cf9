public import CommonMark

/// A heading of a chapter, with the fragment that a link needs in order to lead to it.
public struct HeadingAnchor: Sendable, Hashable {
  /// The fragment without its `#`, unique in the document.
  public var id: String
  /// The level of the heading, from 1 to 6.
  public var level: Int
  /// The text of the heading.
  public var title: [Inline]
  /// The start of the heading's block.
  public var position: SourcePosition

  /// Creates an anchor.
  public init(id: String, level: Int, title: [Inline], position: SourcePosition) {
    self.id = id
    self.level = level
    self.title = title
    self.position = position
  }

  /// The fragment of a heading's text, before it is told apart from equal ones.
  ///
  /// As the well-known viewers of Markdown do it: lower case, blanks become hyphens, and of the
  /// rest only letters, digits, hyphens and underscores stay.
  public static func slug(_ text: String) -> String {
    let slug = String(
      text.lowercased().compactMap { character -> Character? in
        if character.isWhitespace { return "-" }
        let stays = character.isLetter || character.isNumber || "-_".contains(character)
        return stays ? character : nil
      })
    return slug.isEmpty ? "section" : slug
  }
}

extension Document {
  /// Every heading in the order of the document, those inside quotes and lists included.
  public var headingAnchors: [HeadingAnchor] {
    var used: Set<String> = []
    // The next suffix to try for a slug, so that a thousand equal headings stay cheap.
    var suffixes: [String: Int] = [:]
    return allBlocks.compactMap { block in
      guard case .heading(let level, let title) = block.kind else { return nil }
      let slug = HeadingAnchor.slug(title.plainText)
      var id = slug
      while !used.insert(id).inserted {
        suffixes[slug, default: 0] += 1
        id = "\(slug)-\(suffixes[slug, default: 0])"
      }
      return HeadingAnchor(id: id, level: level, title: title, position: block.range.start)
    }
  }
}
