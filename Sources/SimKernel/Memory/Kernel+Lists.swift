/// Doubly linked lists in simulated memory: a head and its entries are two words each, `next` and
/// `prev`.
///
/// Whatever a module left in a list is read and written where it lies, so that a list through freed
/// memory faults, or runs into whoever lives there now, exactly where the real one would.
/// C: `include/linux/list.h`.
extension Kernel {
  /// Bytes of a pointer: the second word of a list head lies so far behind the first.
  var wordBytes: UInt64 { version.architecture.wordBytes }

  /// Makes an empty list.
  ///
  /// C: `INIT_LIST_HEAD`.
  func initialiseList(_ head: Address) throws(Trap) {
    try storePointer(head, head)
    try storePointer(head + wordBytes, head)
  }

  /// Whether nothing is in the list.
  ///
  /// C: `list_empty`.
  func isListEmpty(_ head: Address) throws(Trap) -> Bool { try loadPointer(head) == head }

  /// Puts an entry at the front.
  ///
  /// C: `list_add`.
  func addToList(_ entry: Address, after head: Address) throws(Trap) {
    try link(entry, between: head, and: try loadPointer(head))
  }

  /// Puts an entry at the end.
  ///
  /// C: `list_add_tail`.
  func addToList(_ entry: Address, before head: Address) throws(Trap) {
    try link(entry, between: try loadPointer(head + wordBytes), and: head)
  }

  /// Takes an entry out.
  ///
  /// C: `list_del`.
  func removeFromList(_ entry: Address) throws(Trap) {
    let previous = try loadPointer(entry + wordBytes)
    let next = try loadPointer(entry)
    try storePointer(next + wordBytes, previous)
    try storePointer(previous, next)
  }

  private func link(
    _ entry: Address, between previous: Address, and next: Address
  ) throws(Trap) {
    try storePointer(next + wordBytes, entry)
    try storePointer(entry, next)
    try storePointer(entry + wordBytes, previous)
    try storePointer(previous, entry)
  }
}
