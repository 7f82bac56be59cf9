/// The kernel's heap: what is allocated here outlives the module that asked for it.
///
/// Sizes are rounded up to a power of two from 32 bytes, and what is freed last is given out first,
/// as the slab caches do. Freed memory stays mapped: touching it after `kfree` does not fault.
/// C: `kmalloc`, `kfree` (`mm/slab.c`).
final class Heap {
  private let zone: MemoryZone
  private var next: Address
  private var mappedEnd: Address
  private var stacksStart: Address
  private var freeBlocks: [UInt32: [Address]] = [:]
  private var sizes: [Address: UInt32] = [:]
  private var freeStacks: [Address] = []

  /// Bytes of a kernel stack together with the process descriptor below it.
  static let stackSize: UInt32 = 2 * Address.pageSize

  init(zone: MemoryZone, end: Address) {
    self.zone = zone
    next = zone.start
    mappedEnd = zone.start
    stacksStart = end
  }

  /// Zeroed memory; nil where the heap is full.
  func allocate(bytes: Int) -> Address? {
    guard bytes > 0, bytes <= 1 << 17 else { return nil }
    var size: UInt32 = 32
    while size < UInt32(bytes) { size *= 2 }
    let address = freeBlocks[size]?.popLast() ?? carve(size)
    guard let address else { return nil }
    sizes[address] = size
    for offset in stride(from: 0, to: size, by: 4) { _ = zone.store32(address + offset, 0) }
    return address
  }

  /// Gives memory back.
  ///
  /// Freeing what was never allocated does nothing.
  func free(_ address: Address) {
    guard let size = sizes.removeValue(forKey: address) else { return }
    freeBlocks[size, default: []].append(address)
  }

  /// Two pages for a process: its descriptor at the bottom, its kernel stack above.
  func allocateStack() -> Address? {
    if let free = freeStacks.popLast() { return free }
    let start = stacksStart - Self.stackSize
    guard start > mappedEnd, zone.map(start, pages: 2) else { return nil }
    stacksStart = start
    return start
  }

  /// Gives the pages of a process back.
  func freeStack(_ start: Address) { freeStacks.append(start) }

  private func carve(_ size: UInt32) -> Address? {
    let start = next
    let end = start + size
    guard end < stacksStart else { return nil }
    if end > mappedEnd {
      let pages = (end.rawValue - mappedEnd.rawValue + Address.pageSize - 1) / Address.pageSize
      guard zone.map(mappedEnd, pages: Int(pages)) else { return nil }
      mappedEnd = mappedEnd + pages * Address.pageSize
    }
    next = end
    return start
  }
}
