/// A run of bytes on a module's pages that is given out from its start.
struct ModuleRoom {
  private var next: Address
  private let end: Address

  /// Room from one address to another; none where they are the same.
  init(from start: Address = .null, to end: Address = .null) {
    next = start
    self.end = end
  }

  /// Takes bytes, and aligns what comes next; nil where they do not fit.
  mutating func take(_ bytes: UInt64, alignment: UInt64) -> Address? {
    guard next + bytes <= end else { return nil }
    defer { next = next + (bytes + alignment - 1) / alignment * alignment }
    return next
  }
}
