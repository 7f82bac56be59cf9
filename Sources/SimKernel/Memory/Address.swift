/// An address in the simulated machine; on i386 the upper half is empty.
public struct Address: Sendable, Hashable, Comparable {
  /// The number.
  public var rawValue: UInt64

  /// Creates an address.
  public init(_ rawValue: UInt64) { self.rawValue = rawValue }

  /// The address that points nowhere.
  public static let null = Address(0)

  /// Bytes in a page: `PAGE_SIZE` on i386 and x86_64.
  public static let pageSize: UInt64 = 4096

  /// Orders addresses by number.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The address `offset` bytes further on; addresses wrap, as pointers do.
  public static func + (address: Self, offset: UInt64) -> Self {
    Address(address.rawValue &+ offset)
  }

  /// The address `offset` bytes before.
  public static func - (address: Self, offset: UInt64) -> Self {
    Address(address.rawValue &- offset)
  }
}

extension Address: CustomStringConvertible {
  /// At least eight hexadecimal digits, as `%08lx` prints them.
  public var description: String { hexadecimal(rawValue, digits: 8) }
}

/// A number in lower-case hexadecimal, with leading zeros.
func hexadecimal(_ value: some FixedWidthInteger & UnsignedInteger, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
