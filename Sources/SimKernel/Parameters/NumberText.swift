/// How numbers are read from text, by the kernel and by the C library.
///
/// All of them take `0x1f` for 31 and `010` for 8; they differ in signs, blanks, what may follow,
/// and in what happens to a number that is too large.
enum NumberText {
  /// Digits at the start of a text.
  private struct Digits {
    /// The number; nil if it does not fit into 64 bits.
    var value: UInt64?
    /// The number, cut to 64 bits.
    var wrapped: UInt64
    /// What follows the digits.
    var rest: Substring.UTF8View
    /// Whether there was a digit.
    var isEmpty: Bool
  }

  /// Reads the whole text, with at most a newline behind it.
  ///
  /// C: `kstrtoint` and its like, of 6.1.
  /// - Throws: `EINVAL` if it is no number, `ERANGE` if it is none that fits.
  static func strict(_ text: String, in range: ClosedRange<Int128>) throws(Errno) -> Int128 {
    var rest = Substring(text).utf8
    let isNegative = range.lowerBound < 0 && rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let digits = digits(rest)
    if digits.isEmpty { throw .EINVAL }
    guard let value = digits.value else { throw .ERANGE }
    let end = digits.rest
    guard end.isEmpty || end.elementsEqual([UInt8(ascii: "\n")]) else { throw .EINVAL }
    let number = isNegative ? -Int128(value) : Int128(value)
    guard range.contains(number) else { throw .ERANGE }
    return number
  }

  /// Reads the digits at the start, whatever follows; what does not fit into a word loses its upper
  /// bits.
  ///
  /// C: `simple_strtol` and `simple_strtoul` of 2.6.24, and the test behind them in `param_set_int`
  /// and its like.
  /// - Throws: `EINVAL` if there is no digit (a `-` alone is a 0), or it does not fit.
  static func lenient(
    _ text: String, in range: ClosedRange<Int128>, wordBits: Int
  ) throws(Errno) -> Int128 {
    var rest = Substring(text).utf8
    let isNegative = range.lowerBound < 0 && rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let digits = digits(rest)
    if digits.isEmpty && !isNegative { throw .EINVAL }
    let word = isNegative ? 0 &- digits.wrapped : digits.wrapped
    let unsigned = Int128(word) & ((Int128(1) << wordBits) - 1)
    let isHigh = unsigned >> (wordBits - 1) == 1
    let number = range.lowerBound < 0 && isHigh ? unsigned - (Int128(1) << wordBits) : unsigned
    guard range.contains(number) else { throw .EINVAL }
    return number
  }

  /// Reads a number at the start, behind blanks and a sign; too large a one becomes the largest.
  ///
  /// C: `strtoul` of the C library on i386.
  /// - Returns: The number, and what follows; everything follows where there is no number.
  static func library(_ text: Substring) -> (value: UInt32, rest: Substring) {
    var rest = text.utf8.drop { isBlank($0) }
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let digits = digits(rest)
    if digits.isEmpty { return (0, text) }
    let value = digits.value.flatMap { UInt32(exactly: $0) }
    let number = value.map { isNegative ? 0 &- $0 : $0 } ?? .max
    return (number, Substring(digits.rest))
  }

  /// C: `isspace`.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  private static func digits(_ text: Substring.UTF8View) -> Digits {
    var rest = text
    var base: UInt64 = 10
    if rest.first == UInt8(ascii: "0") {
      base = 8
      let afterZero = rest.dropFirst()
      let afterX = afterZero.dropFirst()
      let isX = afterZero.first.map { $0 | 0x20 } == UInt8(ascii: "x")
      if isX, digit(afterX.first, base: 16) != nil {
        base = 16
        rest = afterX
      }
    }
    var found = Digits(value: 0, wrapped: 0, rest: rest, isEmpty: true)
    while let digit = digit(found.rest.first, base: base) {
      found.wrapped = found.wrapped &* base &+ digit
      found.value = found.value.flatMap { adding(digit, to: $0, base: base) }
      found.rest = found.rest.dropFirst()
      found.isEmpty = false
    }
    return found
  }

  private static func adding(_ digit: UInt64, to value: UInt64, base: UInt64) -> UInt64? {
    let (product, isTooLarge) = value.multipliedReportingOverflow(by: base)
    let (sum, overflows) = product.addingReportingOverflow(digit)
    return isTooLarge || overflows ? nil : sum
  }

  private static func digit(_ byte: UInt8?, base: UInt64) -> UInt64? {
    guard let byte else { return nil }
    let digit: UInt64
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt64(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = UInt64(byte - UInt8(ascii: "A")) + 10
    default: return nil
    }
    return digit < base ? digit : nil
  }
}
