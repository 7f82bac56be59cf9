/// Which driver has which major number.
///
/// C: `chrdevs` (`fs/devices.c` of 2.4).
///
/// The table holds two pointers for each major: to the driver's name and to its operations. Both
/// lie in the driver's memory.
struct CharacterDeviceTable {
  /// Majors that there are: 0 to 254.
  ///
  /// C: `MAX_CHRDEV`.
  static let majors = 255
  /// Bytes of the table.
  static let bytes = UInt64(majors * 8)

  let start: Address

  init(at start: Address) { self.start = start }

  /// Where the pointer to the driver's name stands.
  func nameSlot(_ major: Int) -> Address { start + UInt64(major) * 8 }

  /// Where the pointer to the driver's operations stands.
  func operationsSlot(_ major: Int) -> Address { start + UInt64(major) * 8 + 4 }
}
