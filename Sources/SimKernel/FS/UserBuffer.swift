/// Memory of the process that called: a driver cannot reach it with a plain assignment.
///
/// C: the `char *buffer` of `read` and `write`, and `put_user`, `get_user`, `copy_to_user`,
/// `copy_from_user` on it. The page may have to be read in from the disk first, so each access may
/// sleep: process context only.
public final class UserBuffer {
  /// How many bytes the process asks for, or offers.
  public let count: Int
  var bytes: [UInt8]

  init(count: Int) {
    self.count = count
    bytes = Array(repeating: 0, count: count)
  }

  /// What a read left in it, by the driver's own account; nobody gets more than there is.
  func bytes(upTo count: Int) -> [UInt8] {
    guard count > 0 else { return [] }
    return count < bytes.count ? Array(bytes[..<count]) : bytes
  }

  init(_ bytes: [UInt8]) {
    count = bytes.count
    self.bytes = bytes
  }

  /// Puts one byte into the process's memory.
  ///
  /// C: `put_user`.
  ///
  /// - Throws: `EFAULT` where the process has no memory there.
  public func putUser(_ byte: UInt8, at offset: Int) async throws(Errno) {
    guard bytes.indices.contains(offset) else { throw .EFAULT }
    bytes[offset] = byte
  }

  /// Takes one byte out of the process's memory.
  ///
  /// C: `get_user`.
  ///
  /// - Throws: `EFAULT` where the process has no memory there.
  public func getUser(at offset: Int) async throws(Errno) -> UInt8 {
    guard bytes.indices.contains(offset) else { throw .EFAULT }
    return bytes[offset]
  }

  /// Puts bytes into the process's memory, from its start.
  ///
  /// C: `copy_to_user`.
  ///
  /// - Throws: `EFAULT` where the process has no memory for them.
  public func copyToUser(_ source: some Collection<UInt8>) async throws(Errno) {
    guard source.count <= bytes.count else { throw .EFAULT }
    bytes.replaceSubrange(0..<source.count, with: source)
  }

  /// Takes all that the process offers.
  ///
  /// C: `copy_from_user`.
  public func copyFromUser() async throws(Errno) -> [UInt8] { bytes }
}
