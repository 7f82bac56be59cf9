import Foundation
import TestSupport

/// The book that `quire new book` writes, in a new folder.
struct StarterBook: Sendable {
  let folder: TemporaryFolder
  let tool: Tool

  init() async throws {
    folder = try TemporaryFolder()
    try await Tool(in: folder).run(["new", "book", "book"])
    tool = Tool(in: folder, below: "book")
  }

  var root: String { tool.folder }
  var site: String { root + "/site/public" }

  /// Replaces a text in a file of the book, wherever it stands; fails where it does not.
  func change(_ file: String, _ old: String, to new: String) throws {
    let text = try folder.text(of: "book/\(file)")
    guard text.contains(old) else { throw NotThere(text: old, file: file) }
    try folder.write(text.replacing(old, with: new), to: "book/\(file)")
  }

  struct NotThere: Error {
    var text: String
    var file: String
  }
}
