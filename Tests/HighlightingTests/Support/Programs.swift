import BookModel
import CommonMark
import Foundation
import Highlighting

/// Small programs to colour.
enum Programs {
  /// An example; each file is a list of listings.
  static func example(_ name: String = "sample", files: [(String, [String])]) -> Example {
    var line = 1
    return Example(
      name: name, chapter: "01-\(name)",
      files: files.map { file, listings in
        Example.File(
          name: file,
          listings: listings.map { text in
            defer { line += 100 }
            return listing(text, example: name, file: file, line: line)
          })
      }, sessions: [], isOnlyCompiled: true)
  }

  private static func listing(
    _ text: String, example: String, file: String, line: Int
  ) -> Listing {
    let texts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let lines = texts.enumerated().map { index, text in
      CodeBlock.Line(text: text, position: SourcePosition(line: line + 1 + index, column: 1))
    }
    return Listing(
      example: example, file: file, code: CodeBlock(fence: nil, lines: lines),
      location: BookModel.SourceLocation(
        path: "chapters/01-\(name(example)).md",
        position: SourcePosition(line: line, column: 1)))
  }

  private static func name(_ example: String) -> String { example }
}

extension Highlights {
  /// The kind and the text of every token of a listing of an example.
  func pieces(of listing: Listing) -> [String] {
    (tokens[listing.location] ?? []).map { token in
      let line = Array(listing.code.lines[token.line].text.utf8)
      return "\(token.kind) " + String(decoding: line[token.start..<token.end], as: UTF8.self)
    }
  }
}
