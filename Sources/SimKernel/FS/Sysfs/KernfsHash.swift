/// The order of the names in a folder under `/sys`: by their hashes.
///
/// C: `kernfs_name_hash`, `kernfs_name_compare` (`fs/kernfs/dir.c` of 6.1). In 2.6.24 the order is another
/// one, of which nobody should be sure.
enum KernfsHash {
  /// Whether one name comes before another.
  static func comesFirst(_ left: String, _ right: String) -> Bool {
    let (first, second) = (hash(left), hash(right))
    return first == second ? left < right : first < second
  }

  /// C: `partial_name_hash`, `end_name_hash`, on 64 bits.
  static func hash(_ name: String) -> UInt64 {
    let sum = name.utf8.reduce(0 as UInt64) { hash, byte in
      (hash &+ UInt64(byte) << 4 &+ UInt64(byte) >> 4) &* 11
    }
    let hash = (sum &* 0x61c8_8646_80b5_83eb) >> 32 & 0x7fff_ffff
    // The numbers at the ends stand for something else.
    return hash < 2 ? hash + 2 : min(hash, 0x7fff_fffe)
  }
}
