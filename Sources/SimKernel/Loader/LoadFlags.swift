/// What a loader is asked not to look at, since 3.8.
///
/// C: the `flags` argument of `finit_module`.
public struct LoadFlags: OptionSet, Sendable, Hashable {
  /// The bits, as on x86_64.
  public let rawValue: Int

  /// Flags from their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Take the module as one whose symbols have no versions: `MODULE_INIT_IGNORE_MODVERSIONS`.
  public static let ignoreVersions = LoadFlags(rawValue: 1)
  /// Take the module as one that says nothing of its kernel: `MODULE_INIT_IGNORE_VERMAGIC`.
  public static let ignoreMagic = LoadFlags(rawValue: 2)
}
