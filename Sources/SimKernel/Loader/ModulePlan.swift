/// How much memory a module needs, and what lies where in it: one rule for each way of laying a
/// module out.
struct ModulePlan {
  /// Bytes of what stays.
  var core: UInt64
  /// Bytes of what is freed after init has run; 0 where nothing is.
  var initial: UInt64
  /// Where in the core the `struct module` lies.
  var header: UInt64
  /// Where in the core functions lie.
  var text: Range<UInt64>
  /// Where in the core variables lie.
  var data: Range<UInt64>
  /// Where in the memory that is freed after init functions lie.
  var initialText: Range<UInt64> = 0..<0

  /// Text that a module of 2.2 to 2.6 has room for, in bytes.
  private static let textBytes: UInt64 = 0x800
  /// Text of the init function alone, in bytes.
  private static let initialTextBytes: UInt64 = 0x200

  /// Bytes of data for a module with so many variables.
  private static func dataBytes(_ variables: Int) -> UInt64 { 0x100 + UInt64(variables) * 0x40 }

  /// 2.2 and 2.4: one piece that user space has linked, header first.
  static func linked(by header: ModuleHeader, size: Int) -> ModulePlan {
    let size = UInt64(max(size, 0))
    let text = header.byteCount..<max(header.byteCount, min(header.byteCount + textBytes, size))
    return ModulePlan(
      core: size, initial: 0, header: 0, text: text,
      data: text.upperBound..<max(text.upperBound, size))
  }

  /// 2.5.48 to 2.6.24: what is freed after init lies apart, and nothing is rounded to pages.
  static func apart(_ image: ModuleImage, headerBytes: UInt64) -> ModulePlan {
    let header = textBytes
    let data = header + headerBytes
    let core = data + dataBytes(image.variableCount)
    return ModulePlan(
      core: core, initial: image.type.hasInitModule ? initialTextBytes : 0, header: header,
      text: 0..<textBytes, data: data..<core, initialText: 0..<initialTextBytes)
  }

  /// Since modules are protected page by page: text, constants, what becomes constant after init,
  /// and data, each on pages of its own; and once more for what is freed after init.
  ///
  /// A page of text is there where there is a function to put on it. What is freed holds the init
  /// function's text, and two pages of tables that only loading needs.
  static func protected(_ image: ModuleImage, headerBytes: UInt64) -> ModulePlan {
    let page = Address.pageSize
    let text = image.type.hasCleanupModule ? page : 0
    let data = text + 2 * page
    let needed = headerBytes + dataBytes(image.variableCount)
    let core = data + (needed + page - 1) / page * page
    let initialText = image.type.hasInitModule ? page : 0
    return ModulePlan(
      core: core, initial: initialText + 2 * page, header: data, text: 0..<text,
      data: (data + headerBytes)..<core, initialText: 0..<initialText)
  }
}
