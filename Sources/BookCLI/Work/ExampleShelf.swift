internal import BookModel
internal import BookPipeline
internal import ExampleRunner
internal import Foundation

/// The examples as files: finds the one that a reader means.
struct ExampleShelf {
  let workshop: Workshop
  /// The book, if it can be read: a mistake in a chapter must not keep a reader from running an example.
  private let book: Book?

  init(workshop: Workshop) {
    self.workshop = workshop
    book = BookLoader(root: workshop.root).load().book
  }

  var settings: BookSettings { book?.settings ?? BookSettings() }

  /// Reads an example by its name, or by the path of its folder.
  ///
  /// - Throws: ``ExitStatus`` where there is none, after saying so.
  func example(_ name: String) throws -> Example {
    let inBook = book?.examples.first { $0.name == name }
    let path = try inBook.map { "examples/\($0.folder)" } ?? folder(name)
    guard let path else {
      Terminal.complain(
        "quire: no example and no folder is called '\(name)'", meaning: name,
        of: book?.examples.map(\.name) ?? [])
      throw ExitStatus.wrongUsage
    }
    let known = inBook ?? book?.examples.first { "examples/\($0.folder)" == path }
    guard FileManager.default.fileExists(atPath: workshop.root + "/" + path) else {
      Terminal.complain("quire: \(path) is not there; `quire tangle` writes it")
      throw ExitStatus.failure
    }
    do throws(ExampleFolder.Unreadable) {
      return try ExampleFolder.read(path, in: workshop.root, book: known)
    } catch {
      try workshop.report([error.diagnostic])
      throw ExitStatus.failure
    }
  }

  /// The path of a folder below the book's, from the way it or a file in it was typed; nil where it is none.
  private func folder(_ name: String) throws -> String? {
    var path = resolved(absolute(name, from: FileManager.default.currentDirectoryPath))
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    if !isFolder.boolValue { path = (path as NSString).deletingLastPathComponent }
    guard path.hasPrefix(workshop.root + "/") else {
      Terminal.complain("quire: \(path) is not in the book \(workshop.root); --book names another")
      throw ExitStatus.wrongUsage
    }
    return String(path.dropFirst(workshop.root.count + 1))
  }
}
