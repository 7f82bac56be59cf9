/// What a kernel does with a pointer that `kmalloc` never gave, or that was freed before.
struct HeapRules: Sendable {
  /// What stops whoever frees it.
  enum Stop: Sendable {
    /// A write to address 0, on purpose.
    case nullWrite
    /// `BUG()`; the number of its line is free.
    case bug(file: String, line: Int)
  }

  /// What is said before: the words before the address and behind it; nil for nothing.
  let words: (before: String, after: String)?
  /// Whether the address is printed with all its digits.
  let isPadded: Bool
  let stop: Stop

  /// C: `kfree` of 2.2, `mm/slab.c`.
  static let v2_2 = HeapRules(words: ("kfree: Bad obj ", ""), isPadded: true, stop: .nullWrite)
  /// C: `CHECK_PAGE` of 2.4, with `CONFIG_DEBUG_SLAB`.
  static let v2_4 = HeapRules(
    words: ("kfree: bad ptr ", "h."), isPadded: false, stop: .bug(file: "slab.c", line: 1544))
  /// C: `kfree_debugcheck` of 2.6, with `CONFIG_DEBUG_SLAB`.
  static let v2_6 = HeapRules(
    words: ("kfree_debugcheck: out of range ptr ", "h."), isPadded: false,
    stop: .bug(file: "mm/slab.c", line: 2766))
  /// C: `set_freepointer` of 6.1, with `CONFIG_SLAB_FREELIST_HARDENED`.
  static let v6_1 = HeapRules(
    words: nil, isPadded: false, stop: .bug(file: "mm/slub.c", line: 379))
}

extension Kernel {
  /// Gives bytes of the heap back, if they were given out.
  ///
  /// C: `kfree`.
  func kfree(_ address: Address) throws(Trap) {
    watchFree(of: address)
    guard !heap.free(address) else { return }
    enter(.kfree)
    let rules = version.heap
    if let words = rules.words {
      let digits =
        rules.isPadded
        ? version.architecture.hexadecimal(address.rawValue) : String(address.rawValue, radix: 16)
      printk("\(words.before)\(digits)\(words.after)\n", .error)
    }
    switch rules.stop {
    case .nullWrite: try store32(.null, 0)
    case .bug(let file, let line): throw fault(.bug(file: file, line: line))
    }
    current.stack.leave()
  }
}
