internal import CKernelMemory
internal import Synchronization

/// The host's memory that one machine uses: a reservation in three parts, given from one machine to
/// the next.
///
/// Reserving and mapping cost more than everything else in a machine's life, so a machine that has
/// been taken down leaves its arena to the next one, with every page zero again.
final class MemoryArena: @unchecked Sendable {
  // Handed from thread to thread through a lock, and used by one machine at a time.

  /// Pages for the kernel's own variables.
  static let dataPages = 32
  /// Pages for `kmalloc` and the kernel stacks.
  static let heapPages = 4096
  /// Pages that modules can be loaded into.
  static let modulePages = 32768
  /// How many of those, from the first one on, are covered where they are not mapped, and keep the
  /// host's memory behind them: as much as a few modules have, again and again.
  static let keptPages = 64

  let hostPageSize: Int
  let base: UnsafeMutableRawPointer
  private static let pageCount = dataPages + heapPages + modulePages

  private init?() {
    hostPageSize = max(kernel_memory_host_page_size(), Int(Address.pageSize))
    guard let base = kernel_memory_reserve(Self.pageCount * hostPageSize) else { return nil }
    self.base = base
    let firstModulePage = Self.dataPages + Self.heapPages
    guard kernel_memory_map_for_good(base, firstModulePage * hostPageSize) else { return nil }
    kernel_memory_prepare_kept(page(firstModulePage), hostPageSize, Self.keptPages)
    kernel_memory_prepare_holes(
      page(firstModulePage + Self.keptPages), (Self.modulePages - Self.keptPages) * hostPageSize)
  }

  deinit { kernel_memory_release(base, Self.pageCount * hostPageSize) }

  /// Where a part begins, by the number of its first page.
  func page(_ index: Int) -> UnsafeMutableRawPointer { base + index * hostPageSize }

  /// Arenas that no machine uses.
  private static let spare = Mutex<[MemoryArena]>([])
  /// As many machines as there are at once on a large host; more arenas than that are given back.
  private static let spareLimit = 64

  /// An arena whose data and heap are mapped and zero, and whose module pages are not there; nil
  /// where the host has no memory left.
  static func take() -> MemoryArena? {
    spare.withLock { $0.popLast() } ?? MemoryArena()
  }

  /// Gives an arena to the next machine.
  static func giveBack(_ arena: MemoryArena) {
    spare.withLock { if $0.count < spareLimit { $0.append(arena) } }
  }
}
