/// A file under `/sys`: one value.
///
/// C: `struct module_attribute`, `struct param_attribute`.
///
/// Its permissions hold for root as well. Showing and storing run in process context and may sleep:
/// they can lead into a module's own function.
struct SysfsAttribute {
  let name: String
  /// Who may read and write it, as nine bits.
  let permissions: Int
  /// The text of the value, with its newline; nil where it can only be written.
  ///
  /// C: `show`.
  var show: ((Kernel) async throws(Trap) -> String)?
  /// Takes a new value, as it was written; nil where it can only be read.
  ///
  /// C: `store`.
  var store: ((Kernel, String) async throws(Trap) -> Void)?

  init(
    _ name: String, permissions: Int = 0o444,
    show: ((Kernel) async throws(Trap) -> String)? = nil,
    store: ((Kernel, String) async throws(Trap) -> Void)? = nil
  ) {
    self.name = name
    self.permissions = permissions
    self.show = show
    self.store = store
  }

  /// A value that never changes.
  init(_ name: String, _ text: String) { self.init(name, show: { _ in text + "\n" }) }
}
