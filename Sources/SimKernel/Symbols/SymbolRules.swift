/// How the kernel itself resolves symbols, in 2.6 and 6.1; in 2.2 and 2.4 `insmod` does
/// (``ModutilsSymbols``).
public struct SymbolRules: Sendable, Hashable {
  /// The symbol whose version stands for the layout of `struct module`.
  public let layoutSymbol: String
  /// Whether versions are compared at all.
  ///
  /// C: `CONFIG_MODVERSIONS`.
  public var hasVersions: Bool
  /// Whether a file without versions is taken all the same.
  ///
  /// C: `CONFIG_MODULE_FORCE_LOAD`.
  public var allowsForcedLoad: Bool
  /// Whether each failure has its own errno, which the message shows: a wrong version is `EINVAL`,
  /// an owner that is still loading `EBUSY`.
  let tellsReason: Bool
  /// Whether a version that is missing for one symbol taints the kernel.
  let taintsForMissingVersion: Bool
  /// Whether a user of a proprietary module's symbols is one itself.
  let inheritsProprietary: Bool
  /// Whether `symbol_get` finds only what is for the GPL only.
  let symbolGetNeedsGPLOnly: Bool

  /// Linux 2.6.24.
  public static let v2_6 = SymbolRules(
    layoutSymbol: "struct_module", hasVersions: false, allowsForcedLoad: true, tellsReason: false,
    taintsForMissingVersion: true, inheritsProprietary: false, symbolGetNeedsGPLOnly: false)

  /// Linux 6.1, as Debian builds it.
  public static let v6_1 = SymbolRules(
    layoutSymbol: "module_layout", hasVersions: true, allowsForcedLoad: true, tellsReason: true,
    taintsForMissingVersion: false, inheritsProprietary: true, symbolGetNeedsGPLOnly: true)

  /// The same, built with or without `CONFIG_MODVERSIONS`.
  public func with(versions: Bool) -> Self {
    var copy = self
    copy.hasVersions = versions
    return copy
  }
}
