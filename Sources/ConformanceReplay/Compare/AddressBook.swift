/// Which address of the real machine is which of the simulated one.
///
/// Addresses are drawn at boot, so they cannot be compared; but what lay at the same address there has
/// to lie at the same address here, and what did not has not. So a module that got the place of one
/// that is gone is seen to have got it.
struct AddressBook {
  private var simulated: [UInt64: UInt64] = [:]
  private var real: [UInt64: UInt64] = [:]

  init() {}

  /// Enters the addresses of two lines that are otherwise the same; what contradicts earlier lines.
  mutating func differences(real expected: String, simulated came: String) -> [Difference] {
    let (old, new) = (Self.addresses(in: expected), Self.addresses(in: came))
    guard old.count == new.count else { return [] }
    return zip(old, new).flatMap { enter($0, $1) }
  }

  private mutating func enter(_ old: UInt64, _ new: UInt64) -> [Difference] {
    let (partner, opposite) = (simulated[old], real[new])
    if partner == new || partner == nil && opposite == nil {
      simulated[old] = new
      real[new] = old
      return []
    }
    let expected = partner.map { "the same as before: \(Self.hex($0))" } ?? "another than before"
    return [Difference("address", expected: [expected], came: [Self.hex(new)])]
  }

  /// The addresses in a line that are of the kernel's image or of modules.
  private static func addresses(in line: String) -> [UInt64] {
    var addresses: [UInt64] = []
    _ = TextScan.replacingWords(in: line) { word in
      if let address = TextScan.address(word, digits: 16), address >= 0xffff_ffff_8000_0000 {
        addresses.append(address)
      }
      return nil
    }
    return addresses
  }

  private static func hex(_ address: UInt64) -> String { "0x" + String(address, radix: 16) }
}
