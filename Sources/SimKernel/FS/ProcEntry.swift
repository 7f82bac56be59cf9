/// A file under `/proc` that a module serves.
///
/// C: `struct proc_dir_entry`.
///
/// The kernel makes it on its own heap: it outlives the module, and only its pointer to the
/// module's function goes stale.
final class ProcEntry {
  let name: String
  let address: Address
  /// How many open files refer to it.
  var count = 0
  /// Set when it was removed while somebody had it open.
  var isDeleted = false

  /// Bytes of the structure.
  static let bytes = 80
  /// Where in it the pointer to the function that writes the file's text stands.
  ///
  /// C: `read_proc`.
  static let readOffset: UInt64 = 0x38

  init(name: String, address: Address) {
    self.name = name
    self.address = address
  }
}
