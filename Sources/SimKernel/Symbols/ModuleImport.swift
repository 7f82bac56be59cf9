/// An undefined symbol of a module: what the loader has to find before the module can run.
public struct ModuleImport: Sendable, Hashable {
  /// The name that the loader looks for.
  public let name: String
  /// Whether the module can do without it.
  public let isWeak: Bool
  /// The version that the module was compiled against; nil where its file has none for this one.
  ///
  /// C: the entry in `__versions`.
  public private(set) var version: UInt32?

  private init(_ name: String, isWeak: Bool, _ signature: SymbolSignature) {
    self.name = name
    self.isWeak = isWeak
    version = signature.version
  }

  /// A function that another module declares.
  public static func symbol<Result, each Argument>(
    _ symbol: ExportedSymbol<Result, repeat each Argument>
  ) -> Self {
    Self(symbol.name, isWeak: false, symbol.signature)
  }

  /// A function that another module declares, and that may sleep.
  public static func symbol<Result, each Argument>(
    _ symbol: ExportedAsyncSymbol<Result, repeat each Argument>
  ) -> Self {
    Self(symbol.name, isWeak: false, symbol.signature)
  }

  /// A function of which only the name is known: one of the kernel's own, or nobody's.
  public static func named(_ name: String) -> Self {
    Self(name, isWeak: false, SymbolSignature(name))
  }

  /// The same symbol, but the module can do without it.
  ///
  /// C: `__weak`.
  public var weak: Self {
    var copy = Self(name, isWeak: true, SymbolSignature(name))
    copy.version = version
    return copy
  }

  /// The same symbol with another version: a module that was compiled against another declaration,
  /// or, with nil, without versions.
  public func versioned(_ version: UInt32?) -> Self {
    var copy = self
    copy.version = version
    return copy
  }
}
