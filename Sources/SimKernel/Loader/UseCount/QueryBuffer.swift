/// Where `query_module` puts what it finds: memory of the process that asks.
///
/// C: `buf`, `bufsize` and `ret` of `query_module` (2.2 and 2.4).
public final class QueryBuffer {
  /// What can be asked for.
  ///
  /// C: `QM_MODULES` and its like.
  public enum Question: Int, Sendable, Hashable {
    /// Whether the module is there: 0.
    case existence = 0
    /// The names of all modules: `QM_MODULES`.
    case modules = 1
    /// The modules that the module uses: `QM_DEPS`.
    case dependencies = 2
    /// The modules that use the module: `QM_REFS`.
    case references = 3
    /// The symbols that it exports: `QM_SYMBOLS`.
    case symbols = 4
    /// Its place, size, flags and count: `QM_INFO`.
    case information = 5
  }

  /// How many bytes fit.
  public let capacity: Int
  /// The names that came back, each with its value, which is 0 where it has none.
  public internal(set) var names: [(name: String, value: UInt64)] = []
  /// What `QM_INFO` gave.
  public internal(set) var information: Information?
  /// How many entries came back, or, after `ENOSPC`, how many bytes would be needed.
  ///
  /// C: `*ret`.
  public internal(set) var result = 0

  /// A buffer of so many bytes.
  public init(capacity: Int = 4096) { self.capacity = capacity }

  /// What is known about a module.
  ///
  /// C: `struct module_info`.
  public struct Information: Sendable, Hashable {
    /// Where its `struct module` lies.
    public var address: UInt64
    /// Bytes of its memory.
    public var size: Int
    /// Its flags, as bits.
    public var flags: UInt32
    /// Its use count, without that of the question.
    public var useCount: Int
    /// Bytes of it in the buffer.
    static let byteCount = 16
  }
}
