/// The address space of a machine with 128 MiB: kernel data, the kernel heap, and the area that
/// modules are loaded into.
///
/// The places are those of Linux 2.4 on i386: the kernel at `c0100000`, `VMALLOC_START` 8 to 16 MiB
/// above the end of memory.
final class KernelMemory {
  /// Where the kernel's own variables lie.
  static let dataStart = Address(0xc02a_0000)
  /// Where `kmalloc` takes memory from.
  static let heapStart = Address(0xc7c0_0000)
  /// The end of the machine's memory; kernel stacks lie just below.
  static let highMemory = Address(0xc800_0000)
  /// Where `vmalloc`, and so the module loader, takes memory from: `VMALLOC_START`.
  static let moduleAreaStart = Address(0xc880_0000)
  private static let dataPages = 4
  private static let moduleAreaPages = 4096

  let data: MemoryZone
  let heap: MemoryZone
  let moduleArea: MemoryZone

  /// Sets the memory of a machine up; nil where the host has none left.
  init?() {
    let heapBytes = Self.highMemory.rawValue - Self.heapStart.rawValue
    guard
      let data = MemoryZone(start: Self.dataStart, pageCount: Self.dataPages),
      let heap = MemoryZone(
        start: Self.heapStart, pageCount: Int(heapBytes / Address.pageSize)),
      let area = MemoryZone(start: Self.moduleAreaStart, pageCount: Self.moduleAreaPages),
      data.map(Self.dataStart, pages: Self.dataPages)
    else { return nil }
    self.data = data
    self.heap = heap
    moduleArea = area
  }

  /// Reads a byte; nil where nothing is mapped there.
  func load8(_ address: Address) -> UInt8? { zone(of: address)?.load8(address) }

  /// Reads a word; nil where a byte of it is not mapped.
  func load32(_ address: Address) -> UInt32? {
    if address.rawValue % Address.pageSize <= Address.pageSize - 4 {
      return zone(of: address)?.load32(address)
    }
    var word: UInt32 = 0
    for index in 0..<4 as Range<UInt32> {
      guard let byte = load8(address + index) else { return nil }
      word |= UInt32(byte) << (8 * index)
    }
    return word
  }

  /// Writes a byte; false where nothing is mapped there.
  func store8(_ address: Address, _ value: UInt8) -> Bool {
    zone(of: address)?.store8(address, value) ?? false
  }

  /// Writes a word; false where a byte of it is not mapped.
  func store32(_ address: Address, _ value: UInt32) -> Bool {
    if address.rawValue % Address.pageSize <= Address.pageSize - 4 {
      return zone(of: address)?.store32(address, value) ?? false
    }
    return (0..<4 as Range<UInt32>).allSatisfy {
      store8(address + $0, UInt8(truncatingIfNeeded: value >> (8 * $0)))
    }
  }

  private func zone(of address: Address) -> MemoryZone? {
    if moduleArea.contains(address) { return moduleArea }
    if heap.contains(address) { return heap }
    return data.contains(address) ? data : nil
  }
}
