/// A rendered book: the files of its site, ready to be written.
public struct Site: Sendable, Hashable {
  /// A file of the site.
  public struct File: Sendable, Hashable {
    /// Where it lies, relative to the site's folder, with forward slashes.
    public var path: String
    /// What it holds.
    public var bytes: [UInt8]

    /// Creates a file.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The files, ordered by path, each path once.
  public private(set) var files: [File]

  /// Creates a site; of two files with the same path the first one stays.
  public init(files: [File] = []) {
    var seen: Set<String> = []
    self.files = files.filter { seen.insert($0.path).inserted }.sorted { $0.path < $1.path }
  }
}
