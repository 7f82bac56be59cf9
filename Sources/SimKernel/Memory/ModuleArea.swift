/// Which pages of the module area are taken: first fit, with a hole behind every allocation, as
/// `vmalloc` leaves one.
///
/// C: `get_vm_area`, `vmalloc`, `vfree` (`mm/vmalloc.c` of 2.4).
final class ModuleArea {
  /// A run of pages that somebody has.
  private struct Region {
    var start: Address
    var pages: Int
    /// The first address behind it and its guard page.
    var end: Address { start + UInt64(pages + 1) * Address.pageSize }
  }

  private let zone: MemoryZone
  private var regions: [Region] = []

  init(zone: MemoryZone) { self.zone = zone }

  /// Maps zeroed pages for `bytes` bytes at the lowest place that fits; nil where there is none.
  func allocate(bytes: Int) -> Address? {
    guard bytes > 0, bytes < zone.pageCount * Int(Address.pageSize) else { return nil }
    let pages = (bytes + Int(Address.pageSize) - 1) / Int(Address.pageSize)
    let limit = zone.start + UInt64(zone.pageCount) * Address.pageSize
    var candidate = Region(start: zone.start, pages: pages)
    var index = 0
    while index < regions.count, regions[index].start < candidate.end {
      candidate.start = regions[index].end
      index += 1
    }
    guard candidate.end <= limit, zone.map(candidate.start, pages: pages) else { return nil }
    regions.insert(candidate, at: index)
    return candidate.start
  }

  /// Unmaps what `allocate` returned: from now on there is a hole.
  func free(_ start: Address) {
    guard let index = regions.firstIndex(where: { $0.start == start }) else { return }
    let region = regions.remove(at: index)
    _ = zone.unmap(region.start, pages: region.pages)
  }

  /// Unmaps everything.
  func freeAll() {
    for region in regions { _ = zone.unmap(region.start, pages: region.pages) }
    regions.removeAll()
  }
}
