extension UInt64 {
  /// The number in lower-case hexadecimal with leading zeros.
  ///
  /// C: `%lx`, and `%08lx` for `digits` 8.
  func hex(_ digits: Int = 1) -> String {
    let text = String(self, radix: 16)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}
