/// A device file, made by `mknod` or by the kernel itself.
///
/// C: `struct inode` of a device file.
final class DeviceNode {
  let path: String
  let major: Int
  let minor: Int
  /// Who may read and write it, as nine bits.
  let permissions: Int
  /// Where the kernel keeps what it knows of the file; nil until it is opened first.
  ///
  /// C: the address of the inode.
  var inode: Address?
  /// Where it stands among all of them.
  fileprivate(set) var serial = 0

  init(path: String, major: Int, minor: Int, permissions: Int = 0o644) {
    self.path = path
    self.major = major
    self.minor = minor
    self.permissions = permissions
  }

  var number: DeviceNumber { DeviceNumber(major: major, minor: minor) }
}

/// Every device file, found by its path.
struct DeviceNodeTable: Sequence {
  private var byPath: [String: DeviceNode] = [:]
  private var nextSerial = 0

  subscript(path: String) -> DeviceNode? { byPath[path] }

  mutating func append(_ node: DeviceNode) {
    node.serial = nextSerial
    nextSerial += 1
    byPath[node.path] = node
  }

  @discardableResult
  mutating func remove(_ path: String) -> DeviceNode? { byPath.removeValue(forKey: path) }

  /// All of them, oldest first.
  func makeIterator() -> some IteratorProtocol<DeviceNode> {
    byPath.values.sorted { $0.serial < $1.serial }.makeIterator()
  }
}
