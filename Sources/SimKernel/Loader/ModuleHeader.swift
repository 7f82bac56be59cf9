/// Where in a `struct module` the words lie that count its uses and say what becomes of it.
///
/// They lie on the module's own pages: when the module has gone, whoever still wants to count
/// touches memory that is not there.
struct ModuleHeader: Sendable {
  /// Bytes of the structure.
  ///
  /// C: `sizeof(struct module)`.
  var byteCount: UInt64
  /// The flags of 2.2 and 2.4, or the state of 2.6 and later; always 4 bytes.
  var state: UInt64
  /// The use count, or the first processor's part of it; always 4 bytes.
  var count: UInt64
  /// Bytes from one processor's count to the next one's; nil where there is one count for all.
  var countStride: UInt64?

  /// 2.2.1: up to `can_unload`, 18 words.
  static let v2_2 = ModuleHeader(byteCount: 0x48, state: 20, count: 16)
  /// 2.4.20: up to `kernel_data`, 24 words.
  static let v2_4 = ModuleHeader(byteCount: 0x60, state: 20, count: 16)
  /// 2.5.48 to 2.6.24: the state first, and a cache line for each processor's count at the end.
  ///
  /// The place of the counts is free: it depends on what else was configured.
  static let perProcessor = ModuleHeader(
    byteCount: 0x180, state: 0, count: 0x180, countStride: 0x80)
  /// 6.1: the state first, one count near the end.
  ///
  /// The place of the count is free, as above.
  static let v6_1 = ModuleHeader(byteCount: 0x380, state: 0, count: 0x368)

  /// Where the count lies that a processor changes.
  func count(of processor: Int) -> UInt64 { count + UInt64(processor) * (countStride ?? 0) }

  /// Bytes of the structure on a machine with so many processors.
  func byteCount(processors: Int) -> UInt64 {
    byteCount + UInt64(processors) * (countStride ?? 0)
  }
}
