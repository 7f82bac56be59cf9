/// Which pages of the module area are taken: first fit, with a hole behind every allocation, as
/// `vmalloc` leaves one.
///
/// C: `get_vm_area`, `vmalloc`, `vfree` (`mm/vmalloc.c` of 2.4).
final class ModuleArea {
  /// A run of pages that nobody has.
  private struct Hole {
    var start: Address
    /// The first address behind it.
    var end: Address
  }

  /// A run of pages that somebody has, without the one behind it that is never mapped.
  private struct Allocation {
    let start: Address
    let pages: Int
  }

  private let zone: MemoryZone
  /// What is free, lowest first; no two touch each other.
  private var holes: [Hole]
  /// What is taken, lowest first.
  private var taken: [Allocation] = []

  init(zone: MemoryZone) {
    self.zone = zone
    holes = [Hole(start: zone.start, end: zone.end)]
  }

  /// Maps zeroed pages for `bytes` bytes at the lowest place that fits; nil where there is none.
  func allocate(bytes: Int) -> Address? {
    guard bytes > 0, bytes < zone.pageCount * Int(Address.pageSize) else { return nil }
    let pages = (bytes + Int(Address.pageSize) - 1) / Int(Address.pageSize)
    let length = UInt64(pages + 1) * Address.pageSize
    guard let index = holes.firstIndex(where: { $0.start + length <= $0.end }) else { return nil }
    let start = holes[index].start
    guard zone.map(start, pages: pages) else { return nil }
    notePages(start, pages)
    holes[index].start = start + length
    if holes[index].start == holes[index].end { holes.remove(at: index) }
    taken.insert(
      Allocation(start: start, pages: pages), at: taken.sortedIndex { $0.start > start })
    return start
  }

  /// Unmaps what `allocate` returned: from now on there is a hole.
  func free(_ start: Address) {
    let index = taken.sortedIndex { $0.start >= start }
    guard index < taken.count, taken[index].start == start else { return }
    let pages = taken.remove(at: index).pages
    _ = zone.unmap(start, pages: pages)
    notePages(start, pages)
    release(Hole(start: start, end: start + UInt64(pages + 1) * Address.pageSize))
  }

  /// Pages have come or gone: that matters to whoever touches one, and to whoever wants some.
  private func notePages(_ start: Address, _ pages: Int) {
    guard isFootprintKept else { return }
    noteWrite(.table(.moduleArea))
    for page in 0..<pages { noteWrite(.page(start + UInt64(page) * Address.pageSize)) }
  }

  /// Joins a run of pages with the holes that it touches.
  private func release(_ hole: Hole) {
    let next = holes.sortedIndex { $0.start >= hole.start }
    let joinsNext = next < holes.count && holes[next].start == hole.end
    let joinsPrevious = next > 0 && holes[next - 1].end == hole.start
    switch (joinsPrevious, joinsNext) {
    case (true, true):
      holes[next - 1].end = holes[next].end
      holes.remove(at: next)
    case (true, false): holes[next - 1].end = hole.end
    case (false, true): holes[next].start = hole.start
    case (false, false): holes.insert(hole, at: next)
    }
  }

  /// Unmaps everything.
  func freeAll() {
    for allocation in taken { _ = zone.unmap(allocation.start, pages: allocation.pages) }
    taken.removeAll()
    holes = [Hole(start: zone.start, end: zone.end)]
  }
}
