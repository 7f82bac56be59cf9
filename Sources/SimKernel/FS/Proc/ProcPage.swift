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
