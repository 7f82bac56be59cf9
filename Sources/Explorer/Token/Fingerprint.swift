/// A number that two different texts hardly ever share: FNV-1a with 64 bits.
public struct Fingerprint: Sendable, Hashable {
  /// The number.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The fingerprint of nothing.
  public init() {}

  /// The fingerprint of a text.
  public init(_ text: String) { add(text) }

  /// Adds a text, and that it ends there.
  public mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xff)
  }

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
