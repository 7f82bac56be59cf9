import BookModel
import Foundation

@testable import BookHTML

/// Renders small books with the theme of this repository.
enum SampleSite {
  /// The folder of the theme.
  static let themeDirectory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("site/theme").path

  /// Renders a book; files beside the chapters are given by path.
  static func render(
    _ book: Book, transcripts: [SessionID: Transcript] = [:],
    tokens: [SourceLocation: [SyntaxToken]] = [:], files: [String: String] = [:]
  ) throws -> Rendering {
    let renderer = HTMLRenderer(
      theme: try Theme(directory: themeDirectory),
      files: BookFiles { path in files[path].map { Array($0.utf8) } })
    return renderer.render(book, transcripts: transcripts, tokens: tokens)
  }

  /// The page of a book's only chapter.
  static func page(
    _ source: String, transcripts: [SessionID: Transcript] = [:], files: [String: String] = [:]
  ) throws -> String {
    let book = SampleBook.book([SampleBook.chapter(source)])
    return try render(book, transcripts: transcripts, files: files).page("01-sample.html")
  }

  /// A transcript of a program that ended by itself.
  static func transcript(
    _ output: String, marks: [Transcript.Mark] = [],
    ending: Transcript.Ending = .exited(status: 0)
  ) -> Transcript {
    Transcript(
      output: output, marks: marks, ending: ending,
      programHash: "0123456789abcdef0123456789abcdef", toolchain: "Swift version 6.3.1")
  }
}

extension Rendering {
  /// The text of a page; empty where there is none.
  func page(_ path: String) -> String {
    let file = site.files.first { $0.path == path }
    return String(decoding: file?.bytes ?? [], as: UTF8.self)
  }
}
