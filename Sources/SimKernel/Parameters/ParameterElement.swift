/// What one value of a module's parameter is.
///
/// C: the type word of `module_param`.
public enum ParameterElement: Sendable, Hashable {
  /// `unsigned char`.
  case byte
  /// `short`.
  case short
  /// `unsigned short`.
  case ushort
  /// `int`.
  case int
  /// `unsigned int`.
  case uint
  /// `long`: a machine word.
  case long
  /// `unsigned long`: a machine word.
  case ulong
  /// A flag that is shown as `Y` or `N`.
  case bool
  /// A flag whose text means the opposite of what is stored.
  case invbool
  /// A string of any length. C: `char *`.
  case charp

  /// The numbers it can hold, where a word of the machine has so many bits; flags and strings hold
  /// none.
  func range(wordBits: Int) -> ClosedRange<Int128>? {
    switch self {
    case .byte: Self.unsigned(8)
    case .short: Self.signed(16)
    case .ushort: Self.unsigned(16)
    case .int: Self.signed(32)
    case .uint: Self.unsigned(32)
    case .long: Self.signed(wordBits)
    case .ulong: Self.unsigned(wordBits)
    case .bool, .invbool, .charp: nil
    }
  }

  private static func signed(_ bits: Int) -> ClosedRange<Int128> {
    let limit = Int128(1) << (bits - 1)
    return -limit...limit - 1
  }

  private static func unsigned(_ bits: Int) -> ClosedRange<Int128> {
    0...(Int128(1) << bits) - 1
  }
}
