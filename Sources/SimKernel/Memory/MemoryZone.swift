internal import CKernelMemory

/// A run of simulated pages backed by real ones: an access to a page that is not mapped faults in
/// the hardware.
///
/// Every simulated page has a host page of its own, so that machines with larger pages see the same
/// addresses.
final class MemoryZone {
  let start: Address
  let pageCount: Int
  private let base: UnsafeMutableRawPointer
  private let hostPageSize: Int

  /// Reserves the addresses, with nothing mapped; nil where the host has no address space left.
  init?(start: Address, pageCount: Int) {
    hostPageSize = max(kernel_memory_host_page_size(), Int(Address.pageSize))
    guard let base = kernel_memory_reserve(pageCount * hostPageSize) else { return nil }
    self.base = base
    self.start = start
    self.pageCount = pageCount
  }

  deinit { kernel_memory_release(base, pageCount * hostPageSize) }

  func contains(_ address: Address) -> Bool {
    address >= start
      && address.rawValue - start.rawValue < UInt32(pageCount) * Address.pageSize
  }

  /// Maps zeroed pages.
  ///
  /// The range must lie in the zone; false where the host has no memory left.
  func map(_ address: Address, pages: Int) -> Bool {
    kernel_memory_map(host(address), pages * hostPageSize)
  }

  func unmap(_ address: Address, pages: Int) -> Bool {
    kernel_memory_unmap(host(address), pages * hostPageSize)
  }

  func load8(_ address: Address) -> UInt8? {
    var value: UInt8 = 0
    return kernel_memory_load8(host(address), &value) ? value : nil
  }

  func store8(_ address: Address, _ value: UInt8) -> Bool {
    kernel_memory_store8(host(address), value)
  }

  /// Reads a word that lies in one page; nil where the page is not there.
  func load32(_ address: Address) -> UInt32? {
    var value: UInt32 = 0
    return kernel_memory_load32(host(address), &value) ? value : nil
  }

  func store32(_ address: Address, _ value: UInt32) -> Bool {
    kernel_memory_store32(host(address), value)
  }

  private func host(_ address: Address) -> UnsafeMutableRawPointer {
    let offset = address.rawValue - start.rawValue
    let page = Int(offset / Address.pageSize)
    return base + page * hostPageSize + Int(offset % Address.pageSize)
  }
}
