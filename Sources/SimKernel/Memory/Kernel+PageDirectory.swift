extension Kernel {
  /// The entries of the page tables for an address at which no page is, from the top down to the
  /// first that is empty.
  ///
  /// C: `*pde` and `*pte` on i386, `PGD` to `PTE` on x86_64.
  ///
  /// The first megabytes of `vmalloc` have page tables from the first module on, and keep them when
  /// the module goes.
  func pageTable(of address: Address) -> [UInt64] {
    let isInModuleArea = memory.moduleArea.contains(address)
    guard wordBytes == 8 else {
      // The page is not there, so its entry in the table is empty.
      return isInModuleArea
        ? [0x0127_d067 &+ (address.rawValue >> 22 &- 0x322) &* 0x1000, 0] : [0]
    }
    if isInModuleArea { return [0x0e21_5067, 0x0e21_5067, 0x0e21_7067, 0x018a_7067, 0] }
    // A program lies above its first 2 MiB, so that the upper levels are there for them, too.
    let isBelowProgram = current.stack.hasUserMode && address.rawValue < 0x20_0000
    let directory = 0x8000_0000_0000_0067 | current.stack.base.rawValue & 0x0fff_f000
    return isBelowProgram ? [directory, directory, directory & 0xffff_ffff &+ 0x1000, 0] : [0, 0]
  }
}
