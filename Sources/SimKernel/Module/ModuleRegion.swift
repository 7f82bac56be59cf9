/// A run of pages that a module has.
struct ModuleRegion {
  var start: Address
  /// Bytes that were asked for; whole pages are mapped.
  var bytes: UInt64

  /// The numbers of its pages.
  var pages: ClosedRange<UInt64> {
    let first = start.rawValue / Address.pageSize
    return first...(first + (max(bytes, 1) - 1) / Address.pageSize)
  }

  /// The first address behind its last page.
  var end: Address { Address((pages.upperBound + 1) &* Address.pageSize) }
}

extension ModuleRegion {
  /// Whether an address lies on its pages.
  func contains(_ address: Address) -> Bool { address >= start && address < end }
}
