internal import Foundation

extension BookFolder {
  /// Writes a file that must not be there yet, and the folders that it needs.
  func writeNew(_ text: String, to path: String) throws(ScaffoldError) {
    let file = URL(fileURLWithPath: root).appendingPathComponent(path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      throw .exists(path: path)
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }

  /// Puts a text in the place of a file's, all at once: a reader finds the old one or the new one.
  func replace(_ path: String, by text: String) throws(ScaffoldError) {
    do {
      let file = URL(fileURLWithPath: try regularFile(at: path))
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch let problem as FileProblem {
      throw .unwritable(path: path, reason: problem.summary)
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }
}
