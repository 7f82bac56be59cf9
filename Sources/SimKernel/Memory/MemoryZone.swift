internal import CKernelMemory

/// A run of simulated pages backed by real ones.
///
/// In the module area an access to a page that is not mapped faults in the hardware; the kernel's
/// own memory is always there. Every simulated page has a host page of its own, so that machines
/// with larger pages see the same addresses.
struct MemoryZone {
  let start: Address
  let pageCount: Int
  /// The first address behind the zone.
  let end: Address
  private let base: UnsafeMutableRawPointer
  private let hostPageSize: Int
  /// Whether every page is mapped from the beginning, and stays so.
  private let isResident: Bool
  /// The first address behind the pages that keep the host's memory while they are not mapped.
  private let keptEnd: Address

  /// A part of an arena.
  init(
    start: Address, pageCount: Int, in arena: MemoryArena, fromPage page: Int, isResident: Bool,
    keptPages: Int = 0
  ) {
    base = arena.page(page)
    hostPageSize = arena.hostPageSize
    self.start = start
    self.pageCount = pageCount
    end = start + UInt64(pageCount) * Address.pageSize
    keptEnd = start + UInt64(keptPages) * Address.pageSize
    self.isResident = isResident
  }

  func contains(_ address: Address) -> Bool { address >= start && address < end }

  /// Maps zeroed pages.
  ///
  /// The range must lie in the zone; false where the host has no memory left.
  func map(_ address: Address, pages: Int) -> Bool {
    let kept = keptPages(of: pages, from: address)
    guard kept > 0 else { return kernel_memory_map(host(address), pages * hostPageSize) }
    guard kernel_memory_uncover(host(address), kept * hostPageSize) else { return false }
    guard kept < pages else { return true }
    if kernel_memory_map(host(keptEnd), (pages - kept) * hostPageSize) { return true }
    _ = kernel_memory_cover(host(address), kept * hostPageSize)
    return false
  }

  /// Takes pages away: from now on, every access to them faults in the hardware.
  func unmap(_ address: Address, pages: Int) -> Bool {
    let kept = keptPages(of: pages, from: address)
    guard kept > 0 else { return kernel_memory_unmap(host(address), pages * hostPageSize) }
    let isCovered = kernel_memory_cover(host(address), kept * hostPageSize)
    guard kept < pages else { return isCovered }
    return kernel_memory_unmap(host(keptEnd), (pages - kept) * hostPageSize) && isCovered
  }

  /// How many of some pages, from the first one on, keep the host's memory.
  private func keptPages(of pages: Int, from address: Address) -> Int {
    guard address < keptEnd else { return 0 }
    return min(pages, Int((keptEnd.rawValue - address.rawValue) / Address.pageSize))
  }

  /// Makes every byte of a resident range zero again.
  func clear(_ address: Address, pages: Int) {
    if pages > 0 { kernel_memory_clear(host(address), pages * hostPageSize) }
  }

  func load8(_ address: Address) -> UInt8? {
    if isResident { return host(address).load(as: UInt8.self) }
    var value: UInt8 = 0
    return kernel_memory_load8(host(address), &value) ? value : nil
  }

  func store8(_ address: Address, _ value: UInt8) -> Bool {
    guard isResident else { return kernel_memory_store8(host(address), value) }
    host(address).storeBytes(of: value, as: UInt8.self)
    return true
  }

  /// Reads 4 bytes that lie in one page; nil where the page is not there.
  func load32(_ address: Address) -> UInt32? {
    if isResident { return host(address).loadUnaligned(as: UInt32.self) }
    var value: UInt32 = 0
    return kernel_memory_load32(host(address), &value) ? value : nil
  }

  func store32(_ address: Address, _ value: UInt32) -> Bool {
    guard isResident else { return kernel_memory_store32(host(address), value) }
    host(address).storeBytes(of: value, as: UInt32.self)
    return true
  }

  /// Reads 8 bytes that lie in one page; nil where the page is not there.
  func load64(_ address: Address) -> UInt64? {
    if isResident { return host(address).loadUnaligned(as: UInt64.self) }
    var value: UInt64 = 0
    return kernel_memory_load64(host(address), &value) ? value : nil
  }

  func store64(_ address: Address, _ value: UInt64) -> Bool {
    guard isResident else { return kernel_memory_store64(host(address), value) }
    host(address).storeBytes(of: value, as: UInt64.self)
    return true
  }

  /// Copies bytes to pages that are known to be mapped.
  func write(_ bytes: [UInt8], at address: Address) {
    var rest = bytes[...]
    var place = address
    while !rest.isEmpty {
      // Two pages that follow each other here need not do so on the host.
      let piece = rest.prefix(Int(Address.pageSize - place.rawValue % Address.pageSize))
      piece.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(start: host(place), count: $0.count).copyMemory(from: $0)
      }
      rest = rest.dropFirst(piece.count)
      place = place + UInt64(piece.count)
    }
  }

  private func host(_ address: Address) -> UnsafeMutableRawPointer {
    let offset = Int(address.rawValue - start.rawValue)
    if hostPageSize == Int(Address.pageSize) { return base + offset }
    let (page, rest) = offset.quotientAndRemainder(dividingBy: Int(Address.pageSize))
    return base + page * hostPageSize + rest
  }
}
