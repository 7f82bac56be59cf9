import Foundation
import TestSupport

/// The chapters of this repository's own book, in a folder where a test may change them.
struct BookCopy: Sendable {
  let folder: TemporaryFolder

  static let original = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  init() throws {
    folder = try TemporaryFolder()
    for name in ["book.yml", "chapters"] {
      try FileManager.default.copyItem(
        atPath: "\(Self.original)/\(name)", toPath: "\(folder.path)/\(name)")
    }
  }

  /// The chapters' files, relative to the book, in order.
  static var chapters: [String] {
    Folders.names(in: original + "/chapters").filter { $0.hasSuffix(".md") && $0 != "SUMMARY.md" }
      .map { "chapters/\($0)" }
  }
}
