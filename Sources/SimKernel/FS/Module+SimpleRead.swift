extension Module {
  /// Reads from a text that does not change, and moves the file's position.
  ///
  /// Process context, may sleep. C: `simple_read_from_buffer` (from 2.6 on).
  ///
  /// - Returns: How many bytes were read; 0 at the end.
  /// - Throws: `EINVAL` for a position before the start, `EFAULT`; `ENOSYS` before 2.6.
  public func simpleReadFromBuffer(
    _ buffer: UserBuffer, _ file: File, _ text: String
  ) async throws(Errno) -> Int {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    guard calls.kernel.has(.helpers, "simple_read_from_buffer") else { throw .ENOSYS }
    guard file.position >= 0 else { throw .EINVAL }
    let part = Array(text.utf8).dropFirst(file.position).prefix(buffer.count)
    try await buffer.copyToUser(part)
    file.position += part.count
    return part.count
  }
}
