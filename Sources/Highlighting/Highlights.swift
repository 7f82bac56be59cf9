public import BookModel
internal import CommonMark

/// The colours of a book's listings.
public struct Highlights: Sendable {
  /// The coloured pieces of each listing, by the place of its fence.
  public var tokens: [SourceLocation: [SyntaxToken]]
  /// A warning where listings had to stay plain.
  public var diagnostics: [Diagnostic]
}

extension Highlights {
  /// Deals the tokens of whole files out to the listings that make them up.
  init(
    examples: [Example], tokens: [String: ProgramTokens], problem: LanguageServer.Problem?
  ) {
    self.tokens = [:]
    var plain: [SourceLocation] = []
    for example in examples {
      for file in example.files {
        guard let known = tokens[example.name]?.files[file.name] else {
          plain += file.listings.map(\.location)
          continue
        }
        for (listing, firstLine) in file.listingsWithFirstLines {
          let lines = firstLine..<(firstLine + listing.code.lines.count)
          self.tokens[listing.location] = known.filter { lines.contains($0.line) }.map { token in
            var token = token
            token.line -= firstLine
            return token
          }
        }
      }
    }
    diagnostics = plain.min().map { [Self.warning(at: $0, count: plain.count, problem)] } ?? []
  }

  private static func warning(
    at location: SourceLocation, count: Int, _ problem: LanguageServer.Problem?
  ) -> Diagnostic {
    let listings = count == 1 ? "this listing has" : "this listing and \(count - 1) more have"
    let reason = problem ?? .noAnswer
    return Diagnostic(
      .warning, at: location, "\(listings) no colours: \(reason.summary)", help: reason.help)
  }
}

extension Example.File {
  /// The listings with the line of the file, from 0, at which each begins.
  fileprivate var listingsWithFirstLines: [(Listing, Int)] {
    var next = 0
    return listings.map { listing in
      defer { next += listing.code.lines.count + 1 }
      return (listing, next)
    }
  }
}
