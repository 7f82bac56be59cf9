/// The kernel's heap: what is allocated here outlives the module that asked for it.
///
/// Sizes are rounded up to a power of two from 32 bytes, and what is freed last is given out first,
/// as the slab caches do. Freed memory stays mapped: touching it after `kfree` does not fault.
/// C: `kmalloc`, `kfree` (`mm/slab.c`).
final class Heap {
  private let zone: MemoryZone
  private let stackBytes: UInt64
  private var next: Address
  private var stacksStart: Address
  private var freeBlocks: [UInt64: [Address]] = [:]
  private var sizes: [Address: UInt64] = [:]
  private var freeStacks: [Address] = []

  init(zone: MemoryZone, stackBytes: UInt64 = Architecture.i386.stackBytes) {
    self.zone = zone
    self.stackBytes = stackBytes
    next = zone.start
    stacksStart = zone.end
  }

  /// Zeroed memory; nil where the heap is full.
  func allocate(bytes: Int) -> Address? {
    guard bytes > 0, bytes <= 1 << 17 else { return nil }
    noteWrite(.table(.heap))
    var size: UInt64 = 32
    while size < UInt64(bytes) { size *= 2 }
    let address: Address
    if let free = freeBlocks[size]?.popLast() {
      address = free
      for offset in stride(from: 0, to: size, by: 8) { _ = zone.store64(address + offset, 0) }
    } else {
      guard next + size < stacksStart else { return nil }
      address = next
      next = next + size
    }
    sizes[address] = size
    return address
  }

  /// Gives memory back.
  ///
  /// Freeing what was never allocated does nothing, and says so.
  @discardableResult
  func free(_ address: Address) -> Bool {
    noteWrite(.table(.heap))
    guard let size = sizes.removeValue(forKey: address) else { return false }
    freeBlocks[size, default: []].append(address)
    return true
  }

  /// How many bytes were given out at an address; nil where nothing was.
  func size(of address: Address) -> UInt64? { sizes[address] }

  /// Whether an address lies where the stacks of processes are.
  func isStack(_ address: Address) -> Bool { address >= stacksStart && address < zone.end }

  /// Pages for a process: its descriptor at the bottom, its kernel stack above.
  func allocateStack() -> Address? {
    if let free = freeStacks.popLast() { return free }
    let start = stacksStart - stackBytes
    guard start > next else { return nil }
    stacksStart = start
    return start
  }

  /// Gives the pages of a process back.
  func freeStack(_ start: Address) { freeStacks.append(start) }

  /// Makes everything zero again that was ever given out.
  func clear() {
    let used = (next.rawValue - zone.start.rawValue + Address.pageSize - 1) / Address.pageSize
    zone.clear(zone.start, pages: Int(used))
    zone.clear(
      stacksStart, pages: Int((zone.end.rawValue - stacksStart.rawValue) / Address.pageSize))
  }
}
