public import Foundation

/// A new folder that goes away with the last reference to it.
public final class TemporaryFolder: Sendable {
  /// The folder.
  public let url: URL

  /// Makes the folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("quire-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Its path.
  public var path: String { url.path }

  /// Writes a file, and the folders that it needs.
  public func write(_ bytes: Data, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// Writes a file of text.
  public func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  /// The text of a file.
  public func text(of path: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
  }

  /// Makes a symbolic link; the destination is taken as it is written.
  public func link(_ path: String, to destination: String) throws {
    let file = url.appendingPathComponent(path).path
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: destination)
  }
}
