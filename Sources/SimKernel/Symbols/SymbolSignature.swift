/// How a symbol was declared, as text: what its version is the checksum of.
public struct SymbolSignature: Sendable, Hashable {
  /// The declaration: `expa_func: (Swift.Int) -> Swift.Int`.
  public let text: String

  /// The declaration of a symbol with a type.
  init<Declared>(_ name: String, _ type: Declared.Type) {
    text = "\(name): \(String(reflecting: type))"
  }

  /// A symbol of which only the name is known.
  init(_ name: String) { text = name }

  /// The symbol's version.
  ///
  /// C: what `genksyms` computes, `__crc_NAME`.
  public var version: UInt32 { CRC32.checksum(of: text) }
}
