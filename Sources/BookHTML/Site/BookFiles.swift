internal import Foundation

/// The files that lie beside a book's chapters, such as pictures.
public struct BookFiles: Sendable {
  /// Reads a file, by its path relative to the book's folder; nil where there is none to read.
  public var read: @Sendable (_ path: String) -> [UInt8]?

  /// Creates a source of files.
  public init(read: @escaping @Sendable (_ path: String) -> [UInt8]?) { self.read = read }

  /// The files of a folder on disk; a symbolic link that leads out of it is no file of the book.
  public init(directory: String) {
    let root = URL(fileURLWithPath: directory).resolvingSymlinksInPath().path
    self.init { path in
      let file = URL(fileURLWithPath: "\(root)/\(path)").resolvingSymlinksInPath().path
      guard file.hasPrefix(root + "/") else { return nil }
      return FileManager.default.contents(atPath: file).map(Array.init)
    }
  }
}
