/// An address in machine code, and what is known about it.
struct CodeLocation: Hashable, Sendable {
  /// The function that the address lies in.
  ///
  /// C: what `kallsyms_lookup` finds.
  struct Symbol: Hashable, Sendable {
    var name: String
    /// Bytes from the function's beginning.
    var offset: UInt64
    /// Bytes that the function takes up.
    var size: UInt64
    /// The module whose function it is; nil for the kernel's own.
    var module: String?
  }

  var address: UInt64
  /// Nil where no function is known, as in the hole that a module has left.
  var symbol: Symbol?

  /// `name+0xoff/0xsize [module]`, or the bare number.
  ///
  /// C: `sprint_symbol`, `%pS`.
  var text: String {
    guard let symbol else { return "0x" + address.hex() }
    return symbol.name + "+0x\(symbol.offset.hex())/0x\(symbol.size.hex())" + suffix
  }

  /// `name [module]`, or the bare number.
  ///
  /// C: `%ps`.
  var nameText: String {
    guard let symbol else { return "0x" + address.hex() }
    return symbol.name + suffix
  }

  private var suffix: String { symbol?.module.map { " [\($0)]" } ?? "" }
}
