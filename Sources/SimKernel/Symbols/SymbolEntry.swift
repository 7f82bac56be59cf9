/// A line of a symbol table: a name, and where it is.
public struct SymbolEntry: Sendable, Hashable {
  /// The name.
  public let name: String
  /// Where it is.
  public let address: Address
  /// Bytes that it takes.
  public let size: UInt32
  /// Whether only modules compatible with the GPL get it.
  public let isGPLOnly: Bool
  /// Its version; nil where its owner was built without versions.
  public let version: UInt32?

  /// An exported symbol.
  ///
  /// Without a signature its version is that of its name.
  public init(
    _ name: String, at address: Address, size: UInt32 = 0, isGPLOnly: Bool = false,
    signature: SymbolSignature? = nil
  ) {
    self.init(
      name: name, address: address, size: size, isGPLOnly: isGPLOnly,
      version: (signature ?? SymbolSignature(name)).version)
  }

  /// A symbol with a version that is known.
  init(_ name: String, at address: Address, isGPLOnly: Bool, version: UInt32) {
    self.init(name: name, address: address, size: 0, isGPLOnly: isGPLOnly, version: version)
  }

  private init(name: String, address: Address, size: UInt32, isGPLOnly: Bool, version: UInt32?) {
    self.name = name
    self.address = address
    self.size = size
    self.isGPLOnly = isGPLOnly
    self.version = version
  }

  /// The same symbol, of an owner that was built without versions.
  public var unversioned: Self {
    Self(name: name, address: address, size: size, isGPLOnly: isGPLOnly, version: nil)
  }
}
