internal import SimKernel

extension SystemCalls {
  /// All that is in a file.
  ///
  /// - Throws: What opening or reading it throws; `ENOMEM` where it does not end.
  func contents(of path: String) async throws(Errno) -> [UInt8] {
    let descriptor = try await open(path)
    let bytes: [UInt8]
    do throws(Errno) { bytes = try await rest(of: descriptor) } catch {
      try await close(descriptor)
      throw error
    }
    try await close(descriptor)
    return bytes
  }

  /// All that is left to read from a descriptor.
  ///
  /// - Throws: What reading throws; `ENOMEM` where it does not end.
  func rest(of descriptor: Int) async throws(Errno) -> [UInt8] {
    var bytes: [UInt8] = []
    while case let part = try await read(descriptor, count: 4096), !part.isEmpty {
      bytes += part
      guard bytes.count <= 1 << 23 else { throw .ENOMEM }
    }
    return bytes
  }
}
