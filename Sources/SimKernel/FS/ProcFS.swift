/// A file under `/proc` that the kernel serves itself.
enum KernelProcFile: String {
  case modules, devices, version
}

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
  static let readOffset: UInt32 = 0x38

  init(name: String, address: Address) {
    self.name = name
    self.address = address
  }
}

/// The page that a module writes the text of a `/proc` file to.
///
/// C: the `char *page` of `read_proc_t`.
///
/// The module always writes the whole text; the kernel hands out the part that was asked for.
public final class ProcPage {
  /// How far into the file the process has read, in bytes.
  ///
  /// C: `off`.
  public let offset: Int
  /// How many bytes the process asks for.
  ///
  /// C: `count`.
  public let count: Int
  var bytes: [UInt8] = []

  init(offset: Int, count: Int) {
    self.offset = offset
    self.count = count
  }

  /// Adds text to the page.
  ///
  /// C: `sprintf(page + len, …)`.
  public func print(_ text: String) { bytes += Array(text.utf8) }
}
