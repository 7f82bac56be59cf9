/// The modules that have memory in the kernel, newest first.
///
/// C: `module_list` of 2.2 and 2.4, `modules` of 2.6 and later.
///
/// A module is found by name and by address without a walk through the others.
struct ModuleList: Sequence {
  /// Oldest first; nil where one has gone.
  private var slots: [ModuleRecord?] = []
  private(set) var count = 0
  private var byName: [String: ModuleRecord] = [:]
  /// Whose each page of the module area is, as far as any is taken.
  private var byPage: [ModuleRecord?] = []
  /// The number of the area's first page.
  private let firstPage: UInt64

  /// An empty list of modules that lie at an address or behind it.
  init(from start: Address = .null) { firstPage = start.rawValue / Address.pageSize }

  var isEmpty: Bool { count == 0 }

  /// Everybody, newest first.
  func makeIterator() -> AnyIterator<ModuleRecord> {
    let slots = slots
    var index = slots.count
    return AnyIterator {
      while index > 0 {
        index -= 1
        if let module = slots[index] { return module }
      }
      return nil
    }
  }

  /// Puts a module at the head of the list.
  mutating func insert(_ module: ModuleRecord) {
    module.listSlot = slots.count
    slots.append(module)
    count += 1
    module.olderNamesake = byName[module.name]
    byName[module.name] = module
    for region in module.regions { index(region, of: module) }
  }

  /// Takes a module off the list.
  mutating func remove(_ module: ModuleRecord) {
    guard let slot = module.listSlot else { return }
    module.listSlot = nil
    slots[slot] = nil
    count -= 1
    while let last = slots.last, last == nil { slots.removeLast() }
    if slots.count > 64, slots.count > 2 * count { compact() }
    removeName(of: module)
    for region in module.regions { unindex(region) }
  }

  mutating func removeAll() {
    slots = []
    count = 0
    byName = [:]
    byPage = []
  }

  /// The newest module with a name that the loader still looks at.
  func first(named name: String, where isFound: (ModuleRecord) -> Bool) -> ModuleRecord? {
    var module = byName[name]
    while let candidate = module {
      if isFound(candidate) { return candidate }
      module = candidate.olderNamesake
    }
    return nil
  }

  /// The module whose `struct module` lies at an address.
  func withHeader(at address: Address) -> ModuleRecord? {
    containing(address).flatMap { $0.address == address ? $0 : nil }
  }

  /// The module on whose pages an address lies.
  func containing(_ address: Address) -> ModuleRecord? {
    // What lies below the area wraps round, and is as far away as what lies above it.
    let index = Int(bitPattern: UInt(address.rawValue / Address.pageSize &- firstPage))
    return byPage.indices.contains(index) ? byPage[index] : nil
  }

  /// Notes that pages are a module's.
  mutating func index(_ region: ModuleRegion, of module: ModuleRecord) {
    for index in indices(of: region) {
      while byPage.count <= index { byPage.append(nil) }
      byPage[index] = module
    }
  }

  /// Forgets whose pages they were.
  mutating func unindex(_ region: ModuleRegion) {
    for index in indices(of: region) where byPage.indices.contains(index) { byPage[index] = nil }
  }

  private func indices(of region: ModuleRegion) -> ClosedRange<Int> {
    let pages = region.pages
    return Int(pages.lowerBound - firstPage)...Int(pages.upperBound - firstPage)
  }

  private mutating func removeName(of module: ModuleRecord) {
    defer { module.olderNamesake = nil }
    guard var newer = byName[module.name], newer !== module else {
      byName[module.name] = module.olderNamesake
      return
    }
    while let next = newer.olderNamesake, next !== module { newer = next }
    newer.olderNamesake = module.olderNamesake
  }

  private mutating func compact() {
    slots.removeAll { $0 == nil }
    for (index, module) in slots.enumerated() { module?.listSlot = index }
  }
}
