/// The checksum that tells one declaration from another: CRC-32 with the polynomial of `genksyms`.
enum CRC32 {
  /// The polynomial, with its bits in reverse.
  private static let polynomial: UInt32 = 0xedb8_8320

  private static let table: [UInt32] = (0..<256).map { (index: UInt32) in
    (0..<8).reduce(index) { value, _ in
      value & 1 == 0 ? value >> 1 : value >> 1 ^ polynomial
    }
  }

  /// The checksum of a text.
  static func checksum(of text: String) -> UInt32 {
    ~text.utf8.reduce(~0) { value, byte in
      value >> 8 ^ table[Int((value ^ UInt32(byte)) & 0xff)]
    }
  }
}
