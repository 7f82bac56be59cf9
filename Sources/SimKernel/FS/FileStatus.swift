/// What the kernel tells of a file without opening it.
///
/// C: `struct stat`.
public struct FileStatus: Sendable, Hashable {
  /// What kind of file it is.
  ///
  /// C: `st_mode & S_IFMT`.
  public enum Kind: Sendable, Hashable {
    /// A file with bytes: `S_IFREG`.
    case regular
    /// A folder: `S_IFDIR`.
    case folder
    /// A device that is served byte by byte: `S_IFCHR`.
    case characterDevice(major: Int, minor: Int)
  }

  /// What kind of file it is.
  public var kind: Kind
  /// Who may read, write and execute it, as nine bits.
  ///
  /// C: `st_mode & 0777`.
  public var permissions: Int
  /// How many names it has; a folder has one more for each folder in it, and one for itself.
  ///
  /// C: `st_nlink`.
  public var links: Int
  /// Whose it is.
  ///
  /// C: `st_uid`.
  public var userID: Int
  /// How many bytes it says it has.
  ///
  /// C: `st_size`.
  public var size: Int
  /// How many kibibytes of a disk it takes up.
  ///
  /// C: `st_blocks`, which counts halves.
  public var kibibytes: Int

  init(_ node: FileNode) {
    permissions = node.permissions
    userID = 0
    links = 1
    size = 0
    kibibytes = 0
    switch node.content {
    case .folder(let folder):
      kind = .folder
      links = 2 + folder.folderCount
    case .memory(let file):
      kind = .regular
      size = file.bytes.count
      kibibytes = (size + 4095) / 4096 * 4
    case .attribute:
      kind = .regular
      size = 4096
    case .kernelProc, .procEntry: kind = .regular
    case .device(let node): kind = .characterDevice(major: node.major, minor: node.minor)
    case .null: kind = .characterDevice(major: 1, minor: 3)
    case .log: kind = .characterDevice(major: 1, minor: 11)
    case .terminal(let major, let minor): kind = .characterDevice(major: major, minor: minor)
    }
  }
}
