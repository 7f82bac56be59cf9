import Testing

@testable import SimKernel

@Suite struct NumberTextTests {
  private let int: ClosedRange<Int128> = -2_147_483_648...2_147_483_647

  @Test(
    "kstrtoint takes one sign, three bases and one newline (lib/kstrtox.c)",
    arguments: [
      ("0x10", 16), ("010", 8), ("+5", 5), ("-0x1", -1), ("7\n", 7), ("0", 0),
      ("-2147483648", -2_147_483_648), ("0XfF", 255),
    ]) func strict(_ text: String, _ value: Int) throws
  {
    #expect(try NumberText.strict(text, in: int) == Int128(value))
  }

  @Test(
    "kstrtoint refuses everything else with EINVAL, and what does not fit with ERANGE",
    arguments: [
      ("", 22), (" 5", 22), ("5 ", 22), ("0x", 22), ("08", 22), ("--5", 22), ("-+5", 22),
      ("7\n\n", 22), ("-2147483649", 34), ("99999999999999999999999x", 34), ("+", 22), ("-", 22),
    ]) func refused(_ text: String, _ errno: Int)
  {
    #expect(throws: Errno(rawValue: errno)) { try NumberText.strict(text, in: int) }
  }

  @Test("a long of 64 bits has both its ends (kstrtol)") func ends() throws {
    let long: ClosedRange<Int128> = Int128(Int64.min)...Int128(Int64.max)
    #expect(try NumberText.strict("-9223372036854775808", in: long) == long.lowerBound)
    #expect(throws: Errno.ERANGE) { try NumberText.strict("9223372036854775808", in: long) }
    #expect(throws: Errno.ERANGE) { try NumberText.strict("-9223372036854775809", in: long) }
  }

  @Test("strtoul of the C library skips blanks, and stops where the number does") func library() {
    #expect(NumberText.library(" +12x") == (12, "x"))
    #expect(NumberText.library("0x") == (0, "x"))
    #expect(NumberText.library("x1") == (0, "x1"))
    #expect(NumberText.library("-1") == (.max, ""))
    #expect(NumberText.library("99999999999,") == (.max, ","))
  }
}
