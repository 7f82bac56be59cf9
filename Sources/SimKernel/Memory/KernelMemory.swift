/// The address space of a machine: kernel data, the kernel heap, and the area that modules are
/// loaded into.
final class KernelMemory {
  let architecture: Architecture
  let data: MemoryZone
  let heap: MemoryZone
  let moduleArea: MemoryZone
  private let arena: MemoryArena
  private var nextData: Address

  /// Sets the memory of a machine up; nil where the host has none left.
  init?(_ architecture: Architecture = .i386) {
    guard let arena = MemoryArena.take() else { return nil }
    self.architecture = architecture
    self.arena = arena
    nextData = architecture.dataStart
    data = MemoryZone(
      start: architecture.dataStart, pageCount: MemoryArena.dataPages, in: arena, fromPage: 0,
      isResident: true)
    heap = MemoryZone(
      start: architecture.heapStart, pageCount: MemoryArena.heapPages, in: arena,
      fromPage: MemoryArena.dataPages, isResident: true)
    moduleArea = MemoryZone(
      start: architecture.moduleAreaStart, pageCount: MemoryArena.modulePages, in: arena,
      fromPage: MemoryArena.dataPages + MemoryArena.heapPages, isResident: false,
      keptPages: MemoryArena.keptPages)
  }

  /// Leaves the host's memory to the next machine: what was used is zero, what was mapped is gone.
  ///
  /// Nothing may touch this memory any more.
  func giveBack(_ heap: Heap, _ modules: ModuleArea) {
    let used = (nextData.rawValue - data.start.rawValue + Address.pageSize - 1) / Address.pageSize
    data.clear(data.start, pages: Int(used))
    heap.clear()
    modules.freeAll()
    MemoryArena.giveBack(arena)
  }

  /// Room for a variable of the kernel's own, for as long as the machine lives.
  func allocateData(bytes: UInt64) -> Address {
    defer { nextData = nextData + (bytes + 7) / 8 * 8 }
    return nextData
  }

  /// Reads a byte; nil where nothing is mapped there.
  func load8(_ address: Address) -> UInt8? {
    noteAccess(address, isWrite: false)
    return zone(of: address)?.load8(address)
  }

  /// Reads 4 bytes; nil where one of them is not mapped.
  func load32(_ address: Address) -> UInt32? {
    noteAccess(address, isWrite: false)
    if address.rawValue % Address.pageSize <= Address.pageSize - 4 {
      return zone(of: address)?.load32(address)
    }
    return loadBytes(address, count: 4).map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Reads a word as wide as a pointer; nil where a byte of it is not mapped.
  func loadWord(_ address: Address) -> UInt64? {
    if architecture.wordBytes == 4 { return load32(address).map(UInt64.init) }
    noteAccess(address, isWrite: false)
    if address.rawValue % Address.pageSize <= Address.pageSize - 8 {
      return zone(of: address)?.load64(address)
    }
    return loadBytes(address, count: 8)
  }

  /// Writes a byte; false where nothing is mapped there.
  func store8(_ address: Address, _ value: UInt8) -> Bool {
    noteAccess(address, isWrite: true)
    return zone(of: address)?.store8(address, value) ?? false
  }

  /// Writes 4 bytes; false where one of them is not mapped.
  func store32(_ address: Address, _ value: UInt32) -> Bool {
    noteAccess(address, isWrite: true)
    if address.rawValue % Address.pageSize <= Address.pageSize - 4 {
      return zone(of: address)?.store32(address, value) ?? false
    }
    return storeBytes(address, UInt64(value), count: 4)
  }

  /// Writes a word as wide as a pointer; false where a byte of it is not mapped.
  func storeWord(_ address: Address, _ value: UInt64) -> Bool {
    if architecture.wordBytes == 4 {
      return store32(address, UInt32(truncatingIfNeeded: value))
    }
    noteAccess(address, isWrite: true)
    if address.rawValue % Address.pageSize <= Address.pageSize - 8 {
      return zone(of: address)?.store64(address, value) ?? false
    }
    return storeBytes(address, value, count: 8)
  }

  /// Writes a word of a stack, which nobody looks at but the process whose stack it is.
  func push(_ address: Address, _ value: UInt64) {
    if architecture.wordBytes == 4 {
      _ = heap.store32(address, UInt32(truncatingIfNeeded: value))
    } else {
      _ = heap.store64(address, value)
    }
  }

  /// Copies bytes to pages that are known to be mapped.
  func write(_ bytes: [UInt8], at address: Address) { zone(of: address)?.write(bytes, at: address) }

  /// Notes an access for whoever asks what a step touches; one to a page that may go is also a look at
  /// whether it is there.
  @inline(__always)
  private func noteAccess(_ address: Address, isWrite: Bool) {
    guard isFootprintKept else { return }
    if isWrite { noteWrite(.word(address)) } else { noteRead(.word(address)) }
    if moduleArea.contains(address) { noteRead(.page(address)) }
  }

  private func loadBytes(_ address: Address, count: UInt64) -> UInt64? {
    var word: UInt64 = 0
    for index in 0..<count {
      guard let byte = load8(address + index) else { return nil }
      word |= UInt64(byte) << (8 * index)
    }
    return word
  }

  private func storeBytes(_ address: Address, _ value: UInt64, count: UInt64) -> Bool {
    (0..<count).allSatisfy {
      store8(address + $0, UInt8(truncatingIfNeeded: value >> (8 * $0)))
    }
  }

  // Inlined, or the zone would be copied at each access.
  @inline(__always)
  private func zone(of address: Address) -> MemoryZone? {
    if moduleArea.contains(address) { return moduleArea }
    if heap.contains(address) { return heap }
    return data.contains(address) ? data : nil
  }
}
