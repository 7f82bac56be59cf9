/// Writing to the kernel's log from a process. C: `devkmsg_write` (`kernel/printk/printk.c`).
extension Kernel {
  /// Writes a line to the log; `<N>` before it says how urgent it is.
  ///
  /// - Throws: `EINVAL` for a line that is longer than the log's can be.
  func writeLog(_ bytes: [UInt8]) throws(Trap) {
    guard bytes.count <= Self.longestLine else { throw .errno(.EINVAL) }
    var text = String(decoding: bytes, as: UTF8.self)[...]
    var level = LogLevel.warning
    if text.hasPrefix("<"), let end = text.firstIndex(of: ">"),
      let number = Int(text[..<end].dropFirst())
    {
      // What is above the lowest three bits says who writes.
      level = LogLevel(rawValue: number & 7) ?? level
      text = text[end...].dropFirst()
    }
    if text.hasSuffix("\n") { text.removeLast() }
    printk("\(text)\n", level)
  }

  /// C: `LOG_LINE_MAX` of 6.1.
  private static let longestLine = 992
}
