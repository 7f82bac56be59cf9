extension Kernel {
  /// The entry of the page directory for an address.
  ///
  /// C: `*pde`.
  ///
  /// The first megabytes of `vmalloc` have a page table from the first module on, and keep it when
  /// the module goes.
  func pageDirectoryEntry(of address: Address) -> UInt64 {
    if memory.moduleArea.contains(address) {
      return 0x0127_d067 &+ (address.rawValue >> 22 &- 0x322) &* 0x1000
    }
    return 0
  }
}
