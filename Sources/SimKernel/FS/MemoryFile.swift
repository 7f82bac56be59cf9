/// The bytes of a file that is not a device.
final class MemoryFile {
  @Footprinted var bytes: [UInt8]

  init(_ bytes: [UInt8] = []) {
    _bytes = Footprinted(wrappedValue: bytes, .memoryFiles)
  }

  /// The most that one file can hold, in bytes: the machine's disk is small.
  static let capacity = 1 << 20

  /// Writes at the end.
  ///
  /// - Throws: `ENOSPC` where the disk is full.
  func append(_ more: [UInt8]) throws(Trap) {
    guard bytes.count + more.count <= Self.capacity else { throw .errno(.ENOSPC) }
    bytes += more
  }
}
